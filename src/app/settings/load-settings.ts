import { appRoot, siteRoot } from './app-root';
import { readSettings } from './read-settings';
import { requireLocalCloud } from './require-local-cloud';
import type { Settings } from './settings';
import { SettingsError } from './settings-error';

const MAX_ATTEMPTS = 3;
const BASE_DELAY_MS = 300;
const TIMEOUT_MS = 10_000;

/**
 * Fetches and validates `config.json`: three attempts on a network error or a 5xx, ten seconds for all of them.
 * @param first the first attempt, when it has been started already
 * @throws SettingsError with field, value and remedy of each problem
 */
export async function loadSettings(first?: Promise<Response>, root = appRoot()): Promise<Settings> {
  const site = siteRoot(root);
  const settings = readSettings(await readConfig(first, site), root, site);
  await requireLocalCloud(settings);
  return settings;
}

async function readConfig(first: Promise<Response> | undefined, root: URL): Promise<unknown> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  for (let attempt = 1; ; attempt++) {
    try {
      const pending = attempt === 1 ? first : undefined;
      const response = await (pending ??
        fetch(new URL('config.json', root).href, { cache: 'no-cache', signal }));
      if (response.status < 500 || attempt === MAX_ATTEMPTS) return await parse(response);
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      if (signal.aborted) throw fileError($localize`no answer within 10 seconds`, CHECK_CONNECTION);
      if (attempt === MAX_ATTEMPTS)
        throw fileError($localize`could not be reached`, CHECK_CONNECTION);
    }
    await new Promise((resolve) => setTimeout(resolve, BASE_DELAY_MS * 3 ** (attempt - 1)));
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

const CHECK_CONNECTION = $localize`Check your connection, then try again.`;

function fileError(value: string, remedy: string): SettingsError {
  return new SettingsError([{ field: 'config.json', value, remedy }]);
}
