import { parseArgs } from 'node:util';
import { checkBase } from './build-options.ts';

/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Where the app listens on localhost. */
  readonly port: number;
  /** Whether programs may let things go wrong in the local cloud, beside the buttons of its console. */
  readonly control: boolean;
  /** As `--seed` of the local cloud takes it; undefined for the company it makes up by default. */
  readonly seed: string | undefined;
  /** Whether the example API stays off, because one runs elsewhere or none is wanted. */
  readonly noApi: boolean;
  /** Path the app lives at, with a slash at its end. */
  readonly base: string;
  /** Whether the browser opens once the app answers. */
  readonly open: boolean;
}

export const USAGE = `Usage: npm start -- [--port 3000] [--base-href /portal/] [--control] [--seed people.json] [--no-api] [--open]

Starts the app and, while public/config.json says "local", the local cloud beside it, and with
that the API of examples/api where "apis" in it names "Tasks" on localhost.

  --port <number>  where the app listens on localhost (default 3000)
  --base-href <path>
                   where the app lives below its origin (default /)
  --control        let programs set the faults of the local cloud at /control, not only its console
  --seed <text>    which company the local cloud makes up (default 1), or a .json file with
                   people, groups, apps and APIs of your own; emulator/seed.example.json is an example
  --no-api         leave the API of examples/api off
  --open           open the browser once the app answers
  --help           show this
`;

const KNOWN = {
  port: { type: 'string', default: '3000' },
  'base-href': { type: 'string', default: '/' },
  control: { type: 'boolean', default: false },
  seed: { type: 'string' },
  'no-api': { type: 'boolean', default: false },
  open: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const LIST = Object.keys(KNOWN)
  .map((name) => `--${name}`)
  .join(', ');

/**
 * Reads the command line of `npm start`.
 *
 * @param args what follows the program's name: `['--port', '3100']`
 * @param env the environment, where npm puts options that were meant for the app
 * @returns the options, or `help` when that was asked for
 * @throws Error with a sentence for whoever typed it
 */
export function readStartOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): StartOptions | 'help' {
  const kept = Object.keys(KNOWN).find(
    (name) => env[`npm_config_${name.replace('-', '_')}`] !== undefined,
  );
  if (kept) {
    throw new Error(`npm kept --${kept} for itself: put -- before it, npm start -- --${kept} …`);
  }
  const { port, help, seed, 'base-href': base, 'no-api': noApi, ...switches } = parse(args);
  if (help) return 'help';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${port}".`);
  }
  checkBase(base);
  if (switches.open && base !== '/') {
    throw new Error('--open does not go with --base-href: open the address in the summary.');
  }
  return { ...switches, noApi, port: Number(port), seed, base };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: KNOWN }).values;
  } catch (cause) {
    // parseArgs adds advice about `--` after its first sentence.
    const [sentence = ''] = (cause as Error).message.split(/\.(?:\s|$)/);
    throw new Error(`${sentence}. npm start knows ${LIST}.`, { cause });
  }
}
