import { loadSettings } from '../../settings/load-settings';
import type { Settings } from '../../settings/settings';
import { createMsal } from '../msal/create-msal';
import type { MsalClient } from '../msal/msal-client';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { signInRequest } from '../sign-in/sign-in-request';

export interface StartedMsal {
  readonly settings: Settings;
  /** Already redeems the code of this page load, if any. */
  readonly msal: MsalClient;
}

/**
 * Reads the settings and starts MSAL before Angular is loaded, so that a code is redeemed meanwhile.
 * @param isCached whether `config` may come from the browser's cache: if it is not valid, it is requested again
 * @throws SettingsError, UnsupportedBrowserError
 */
export async function startMsal(config: Promise<Response>, isCached = false): Promise<StartedMsal> {
  const settings = await loadSettings(config).catch((error: unknown) => {
    if (isCached) return loadSettings();
    throw error;
  });
  if (settings.graphBaseUrl) preconnect(settings.graphBaseUrl);
  const msal = createMsal(settings);
  msal.startRedirectHandling();
  return { settings, msal };
}

/**
 * Signs in from the landing page, without Angular. Returns false when this deployment signs in by popup.
 * @throws what MSAL throws when it cannot redirect
 */
export async function signInFromLanding(
  { settings, msal }: StartedMsal,
  returnUrl: string,
): Promise<boolean> {
  if (settings.interaction === 'popup') return false;
  // A sign-in that was cancelled would still be in progress.
  await msal.handleRedirectPromise();
  clearRedirects(settings);
  await msal.loginRedirect(signInRequest(settings, returnUrl));
  return true;
}

/** Graph is called as soon as there is a token. */
function preconnect(href: string): void {
  document.head.append(
    Object.assign(document.createElement('link'), {
      rel: 'preconnect',
      crossOrigin: 'anonymous',
      href,
    }),
  );
}
