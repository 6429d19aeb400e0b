import { appRoot } from './app-root';
import { readSettings } from './read-settings';
import { requireLocalCloud } from './require-local-cloud';
import type { Settings } from './settings';
import { SettingsError } from './settings-error';

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 300;
const TIME_LIMIT_MS = 10_000;

/**
 * Fetches `config.json` and checks it. A server that cannot be reached or answers 5xx is asked three
 * times; all attempts together take no longer than ten seconds.
 *
 * @param first the first attempt, when it is under way already
 * @param root the address of the app's root
 * @throws SettingsError with the field, the value found and the remedy
 */
export async function loadSettings(first?: Promise<Response>, root = appRoot()): Promise<Settings> {
  const settings = readSettings(await readConfig(first, root), root);
  await requireLocalCloud(settings);
  return settings;
}

async function readConfig(first: Promise<Response> | undefined, root: URL): Promise<unknown> {
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  for (let attempt = 1; ; attempt++) {
    try {
      const underWay = attempt === 1 ? first : undefined;
      const response = await (underWay ??
        fetch(new URL('config.json', root).href, { cache: 'no-cache', signal }));
      if (response.status < 500 || attempt === ATTEMPTS) return await parse(response);
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      if (signal.aborted) throw fileError('no answer within 10 seconds', CHECK_CONNECTION);
      if (attempt === ATTEMPTS) throw fileError('could not be reached', CHECK_CONNECTION);
    }
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 3 ** (attempt - 1)));
  }
}

async function parse(response: Response): Promise<unknown> {
  if (!response.ok) {
    throw fileError(
      `HTTP ${response.status}`,
      'Put config.json beside index.html on the server (in the project it is public/config.json); docs/configuration.md has examples.',
    );
  }
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw text.trimStart().startsWith('<')
      ? fileError(
          'an HTML page',
          'The server answers with a page where config.json should be: put the file beside index.html and leave *.json out of the fallback to index.html.',
        )
      : fileError('not JSON', 'Correct the file; a JSON checker names the line.');
  }
}

const CHECK_CONNECTION = 'Check your connection, then try again.';

function fileError(value: string, remedy: string): SettingsError {
  return new SettingsError([{ field: 'config.json', value, remedy }]);
}
