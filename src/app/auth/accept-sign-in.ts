import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Settings } from '../settings/settings';
import { IdTokenRefusedError, refusedClaim } from './id-token-check';
import { rememberSignIn } from './sign-in-time';

/**
 * Lets in whom a sign-in brought, when the ID token holds.
 *
 * @throws IdTokenRefusedError; MSAL has then forgotten the account again
 */
export async function acceptSignIn(
  { account, idTokenClaims, correlationId }: AuthenticationResult,
  msal: IPublicClientApplication,
  settings: Settings,
): Promise<void> {
  const claim = refusedClaim(idTokenClaims, settings, Date.now());
  if (claim) {
    await msal.clearCache({ account });
    throw new IdTokenRefusedError(claim, correlationId);
  }
  rememberSignIn(account.homeAccountId, settings);
}
