import { loadSettings } from '../settings/load-settings';
import type { Settings } from '../settings/settings';
import { createMsal } from './create-msal';
import type { MsalClient } from './msal-client';

/** What everything else is built on. */
export interface Beginning {
  readonly settings: Settings;
  /** MSAL, already redeeming the code this page load may have brought. */
  readonly msal: MsalClient;
}

/**
 * Reads the settings and starts MSAL, before Angular is there: on the way back from Entra ID the
 * network then has the code's redemption to do while the processor has Angular.
 *
 * @param config answer to the first request for `/config.json`
 * @throws SettingsError, UnsuitableBrowserError
 */
export async function begin(config: Promise<Response>): Promise<Beginning> {
  const settings = await loadSettings(firstOf(config));
  preconnect(settings.graphBaseUrl);
  const msal = createMsal(settings);
  msal.takeUpAnswer();
  return { settings, msal };
}

/** `fetch` whose first call is answered by a request that is under way. */
function firstOf(response: Promise<Response>): typeof fetch {
  let first: Promise<Response> | undefined = response;
  return (...request) => {
    const answer = first ?? window.fetch(...request);
    first = undefined;
    return answer;
  };
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
