import { clouds } from '../src/app/settings/clouds.ts';

/** One program that `npm start` runs: the app, or the local cloud. */
export interface Service {
  /** Name in front of each line of its output. */
  readonly name: 'app' | 'cloud';
  readonly command: string;
  readonly port: number;
}

const APP: Service = { name: 'app', command: 'ng serve --port 3000', port: 3000 };

/**
 * The services to start, in that order.
 *
 * @param configText the text of `public/config.json`
 * @throws Error that names the file, what is wrong and the remedy
 */
export function startPlan(configText: string): readonly Service[] {
  const config = parse(configText);
  if (config.cloud !== 'local') return [APP];
  const port = portOf(config.localCloud ?? clouds.local.login);
  return [{ name: 'cloud', command: `node emulator/main.ts --port ${port}`, port }, APP];
}

function parse(text: string): { cloud?: unknown; localCloud?: unknown } {
  try {
    return Object(JSON.parse(text)) as { cloud?: unknown; localCloud?: unknown };
  } catch (cause) {
    throw new Error(
      `public/config.json is not JSON: correct it, or take the committed one. ${(cause as Error).message}`,
      { cause },
    );
  }
}

function portOf(address: unknown): number {
  const port =
    typeof address === 'string' && URL.canParse(address) && Number(new URL(address).port);
  if (port) return port;
  throw new Error(
    `"localCloud" in public/config.json is ${JSON.stringify(address)}: give an address with a port, such as "${clouds.local.login}".`,
  );
}
