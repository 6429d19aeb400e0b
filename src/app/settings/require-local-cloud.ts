import { clouds } from './clouds';
import type { Settings } from './settings';
import { problem, SettingsError } from './settings-error';

declare const ngDevMode: unknown;

const TIME_LIMIT_MS = 3_000;

/**
 * In development, checks that the local cloud runs: otherwise sign-in would end on the browser's error page.
 * @throws SettingsError that says how to start it
 */
export async function requireLocalCloud({ isLocalCloud, graphBaseUrl }: Settings): Promise<void> {
  if ((typeof ngDevMode !== 'undefined' && !ngDevMode) || !isLocalCloud) return;
  try {
    // Any response will do; a page of another origin may not read it.
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
