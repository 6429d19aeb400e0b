import type { RedirectRequest } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';

/** What a sign-in may ask for beyond the usual. */
export type SignInOptions = Partial<
  Pick<RedirectRequest, 'prompt' | 'claims' | 'account' | 'scopes'>
>;

/**
 * What MSAL is asked for at every sign-in.
 *
 * @param returnUrl path in this app to come back to; travels in `state`
 */
export function signInRequest(
  settings: Settings,
  returnUrl: string,
  options: SignInOptions = {},
): RedirectRequest {
  return { scopes: [...settings.scopes], state: returnUrl, ...options };
}
