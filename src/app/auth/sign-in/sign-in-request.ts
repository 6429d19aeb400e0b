import type { RedirectRequest } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';

export type SignInOptions = Partial<
  Pick<RedirectRequest, 'prompt' | 'claims' | 'account' | 'scopes'>
>;

/** @param returnUrl path in this app to return to, sent as `state` */
export function signInRequest(
  settings: Settings,
  returnUrl: string,
  options: SignInOptions = {},
): RedirectRequest {
  return { scopes: [...settings.scopes], state: returnUrl, ...options };
}
