import { loadSettings } from '../../settings/load-settings';
import type { Settings } from '../../settings/settings';
import { createMsal } from '../msal/create-msal';
import type { MsalClient } from '../msal/msal-client';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { signInRequest } from '../sign-in/sign-in-request';

/** Validated settings, and MSAL. */
export interface StartedMsal {
  readonly settings: Settings;
  /** Already redeems the code this page load may have brought. */
  readonly msal: MsalClient;
}

/**
 * Reads the settings and starts MSAL before Angular is loaded, so that a code is redeemed meanwhile.
 *
 * @param config response to the first request for `/config.json`
 * @param isCached whether that may come from the browser's cache: when it is not valid, the host is asked
 * @throws SettingsError, UnsupportedBrowserError
 */
export async function startMsal(config: Promise<Response>, isCached = false): Promise<StartedMsal> {
  const settings = await loadSettings(config).catch((error: unknown) => {
    if (isCached) return loadSettings();
    throw error;
  });
  preconnect(settings.graphBaseUrl);
  const msal = createMsal(settings);
  msal.startRedirectHandling();
  return { settings, msal };
}

/**
 * Redirects from the landing page to sign in, with nothing of Angular loaded.
 *
 * @param returnUrl path in this app to return to
 * @returns false when this deployment signs in by popup, which only the app opens
 * @throws what MSAL throws when it cannot redirect
 */
export async function signInFromLanding(
  { settings, msal }: StartedMsal,
  returnUrl: string,
): Promise<boolean> {
  if (settings.interaction === 'popup') return false;
  // Clears the state of a sign-in that was cancelled; it would seem to be in progress.
  await msal.handleRedirectPromise();
  clearRedirects(settings);
  await msal.loginRedirect(signInRequest(settings, returnUrl));
  return true;
}

/** Connects to Graph, which is called as soon as there is a token. */
function preconnect(href: string): void {
  document.head.append(
    Object.assign(document.createElement('link'), {
      rel: 'preconnect',
      crossOrigin: 'anonymous',
      href,
    }),
  );
}
