import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { InvalidIdTokenError } from '../errors/invalid-id-token-error';
import { findInvalidClaim } from '../protocol/validate-id-token';
import { storeSignInTime, signInTime } from '../accounts/sign-in-time';

/** Validates a sign-in. @throws InvalidIdTokenError, or what full storage throws, after removing the account */
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

/** Removes stored accounts that are not valid: a reload or full storage may have prevented their validation. */
export async function validateStoredAccounts(
  msal: IPublicClientApplication,
  settings: Settings,
): Promise<void> {
  for (const account of msal.getAllAccounts())
    if (!signInTime(account.homeAccountId, settings))
      await validateSignIn({ account, correlationId: '' }, msal, settings).catch(() => undefined);
}
