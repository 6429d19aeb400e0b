import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { InvalidIdTokenError } from '../errors/invalid-id-token-error';
import { findInvalidClaim } from '../protocol/validate-id-token';
import { storeSignInTime, signInTime } from '../accounts/sign-in-time';

/**
 * Accepts a sign-in whose ID token is valid.
 *
 * @throws InvalidIdTokenError, or what full storage throws, after removing the account from MSAL
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
 * Validates accounts that MSAL has stored and the app has not accepted: the page was reloaded in between, or the
 * storage was full. Removes those that are not valid.
 */
export async function validateStoredAccounts(
  msal: IPublicClientApplication,
  settings: Settings,
): Promise<void> {
  for (const account of msal.getAllAccounts())
    if (!signInTime(account.homeAccountId, settings))
      await validateSignIn({ account, correlationId: '' }, msal, settings).catch(() => undefined);
}
