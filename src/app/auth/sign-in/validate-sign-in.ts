import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { InvalidIdTokenError } from '../errors/invalid-id-token-error';
import { findInvalidClaim } from '../protocol/validate-id-token';
import { storeSignInTime, signInTime } from '../accounts/sign-in-time';

/**
 * Lets in whom a sign-in brought, when the ID token holds.
 *
 * @throws InvalidIdTokenError, or what storage throws that is full; MSAL has then forgotten the account again
 */
export async function validateSignIn(
  { account, correlationId }: Pick<AuthenticationResult, 'account' | 'correlationId'>,
  msal: IPublicClientApplication,
  settings: Settings,
): Promise<void> {
  try {
    const claim = findInvalidClaim(account.idTokenClaims ?? {}, settings, Date.now());
    if (claim) throw new InvalidIdTokenError(claim, correlationId);
    storeSignInTime(account.homeAccountId, settings);
  } catch (error) {
    await msal.clearCache({ account });
    throw error;
  }
}

/**
 * Does so for accounts that MSAL has stored and nobody has let in: the page was reloaded in between, or the storage
 * ran full. Those that do not hold are forgotten.
 */
export async function validateStoredAccounts(
  msal: IPublicClientApplication,
  settings: Settings,
): Promise<void> {
  for (const account of msal.getAllAccounts())
    if (!signInTime(account.homeAccountId, settings))
      await validateSignIn({ account, correlationId: '' }, msal, settings).catch(() => undefined);
}
