import { clouds } from './clouds';
import type { Settings } from './settings';
import { problem, SettingsError } from './settings-error';

declare const ngDevMode: unknown;

const TIME_LIMIT_MS = 3_000;

/**
 * In development, refuses to start while the local cloud does not answer: whoever runs `ng serve` alone
 * would otherwise sign in into the browser's error page. A production build has nothing of this in it.
 *
 * @param settings checked settings, of any cloud
 * @throws SettingsError that says how to start it
 */
export async function requireLocalCloud({ isLocalCloud, graphBaseUrl }: Settings): Promise<void> {
  if ((typeof ngDevMode !== 'undefined' && !ngDevMode) || !isLocalCloud) return;
  try {
    // What it answers does not matter, and a page elsewhere may not read it.
    await fetch(`${graphBaseUrl}/assets/icon.svg`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
  } catch {
    const port =
      graphBaseUrl === clouds.local.graph ? '' : ` -- --port ${new URL(graphBaseUrl).port}`;
    throw new SettingsError([
      problem(
        'cloud',
        'local',
        `The local cloud does not answer at ${graphBaseUrl}. "npm start" starts it beside the app; beside "ng serve", run "npm run emulator${port}".`,
      ),
    ]);
  }
}
