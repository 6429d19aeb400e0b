import { loadSettings } from '../../settings/load-settings';
import type { Settings } from '../../settings/settings';
import { createMsal } from '../msal/create-msal';
import type { MsalClient } from '../msal/msal-client';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { signInRequest } from '../sign-in/sign-in-request';

/** What the app is built on: checked settings, and MSAL. */
export interface StartedMsal {
  readonly settings: Settings;
  /** MSAL, already redeeming the code this page load may have brought. */
  readonly msal: MsalClient;
}

/**
 * Reads the settings and starts MSAL, before Angular is there: on the way back from Entra ID the
 * network then has the code's redemption to do while the processor has Angular.
 *
 * @param config answer to the first request for `/config.json`
 * @param isKept whether that may be what the browser has kept: when it will not do, the host is asked
 * @throws SettingsError, UnsupportedBrowserError
 */
export async function startMsal(config: Promise<Response>, isKept = false): Promise<StartedMsal> {
  const settings = await loadSettings(config).catch((error: unknown) => {
    if (isKept) return loadSettings();
    throw error;
  });
  preconnect(settings.graphBaseUrl);
  const msal = createMsal(settings);
  msal.startRedirectHandling();
  return { settings, msal };
}

/**
 * Leaves the landing page to sign in, with nothing of Angular loaded.
 *
 * @param returnUrl path in this app to come back to
 * @returns whether it leaves: not when this deployment signs in by popup, which is the app's to open
 * @throws what MSAL throws when it cannot leave
 */
export async function signInFromLanding(
  { settings, msal }: StartedMsal,
  returnUrl: string,
): Promise<boolean> {
  if (settings.interaction === 'popup') return false;
  // Clears what a sign-in that was given up has left behind; it would pass for one under way.
  await msal.handleRedirectPromise();
  clearRedirects();
  await msal.loginRedirect(signInRequest(settings, returnUrl));
  return true;
}

/** Graph is asked as soon as there is a token; the connection can be there by then. */
function preconnect(href: string): void {
  document.head.append(
    Object.assign(document.createElement('link'), {
      rel: 'preconnect',
      crossOrigin: 'anonymous',
      href,
    }),
  );
}
