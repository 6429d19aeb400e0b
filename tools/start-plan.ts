import { readFileSync } from 'node:fs';
import { clouds } from '../src/app/settings/clouds.ts';
import type { StartOptions } from './start-options.ts';

/** The ports of what `npm start` runs. */
export interface StartPlan {
  readonly app: number;
  /** Undefined when `config.json` names a real cloud, and the local one stays off. */
  readonly cloud: number | undefined;
  /** The example API's; undefined when it stays off. */
  readonly api: number | undefined;
  /** The app's, for the local cloud's registration; empty when `config.json` has none. */
  readonly clientId: string;
}

/**
 * What to run, and where.
 *
 * @param configText the text of `public/config.json`
 * @param options the command line
 * @returns the ports
 * @throws Error that names the file or the option, what is wrong and the remedy
 */
export function startPlan(
  configText: string,
  options: Pick<StartOptions, 'port' | 'noApi' | 'control' | 'seed'>,
): StartPlan {
  const config = parse(configText);
  const clientId = typeof config.clientId === 'string' ? config.clientId : '';
  if (typeof config.cloud === 'string' && !Object.hasOwn(clouds, config.cloud)) {
    throw new Error(
      `"cloud" in public/config.json is "${config.cloud}": give one of ${Object.keys(clouds).join(', ')}.`,
    );
  }
  if (config.cloud === 'local') {
    const cloud = cloudPort(config.localCloud, options.port);
    const api = options.noApi ? undefined : apiPort(config.apis);
    if (api === options.port || api === cloud) {
      throw new Error(`Port ${api} in "apis" of public/config.json is taken twice: give another.`);
    }
    return { app: options.port, cloud, api, clientId };
  }
  if (options.control || options.seed !== undefined) {
    throw new Error(
      '--control and --seed are for the local cloud, and public/config.json names a real one: leave them out, or give "cloud": "local".',
    );
  }
  return { app: options.port, cloud: undefined, api: undefined, clientId };
}

/**
 * The text of `public/config.json`.
 *
 * @throws Error with the remedy when there is none
 */
export function readPublicConfig(): string {
  try {
    return readFileSync(new URL('../public/config.json', import.meta.url), 'utf8');
  } catch (cause) {
    throw new Error(
      'public/config.json cannot be read: put one there; docs/configuration.md has examples.',
      { cause },
    );
  }
}

interface Config {
  readonly cloud?: unknown;
  readonly localCloud?: unknown;
  readonly clientId?: unknown;
  readonly apis?: unknown;
}

function parse(text: string): Config {
  try {
    return Object(JSON.parse(text)) as Config;
  } catch (cause) {
    throw new Error(
      `public/config.json is not JSON: correct it, or take the committed one. ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** The port of the first API called "Tasks", if that is on this machine; the app checks the whole list. */
function apiPort(apis: unknown): number | undefined {
  const rows: unknown[] = Array.isArray(apis) ? apis : [];
  const row = rows
    .map((entry) => Object(entry) as { name?: unknown; origin?: unknown })
    .find(({ name }) => name === 'Tasks');
  const [, port] = /^http:\/\/localhost:(\d{1,5})$/.exec(String(row?.origin)) ?? [];
  return port === undefined ? undefined : Number(port);
}

function cloudPort(address: unknown = clouds.local.login, appPort: number): number {
  const port =
    typeof address === 'string' && URL.canParse(address) && Number(new URL(address).port);
  if (!port) {
    throw new Error(
      `"localCloud" in public/config.json is ${JSON.stringify(address)}: give an address with a port, such as "${clouds.local.login}".`,
    );
  }
  if (port === appPort) {
    throw new Error(`Port ${port} is the local cloud’s: give the app another with --port.`);
  }
  return port;
}
