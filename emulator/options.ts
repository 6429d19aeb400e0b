import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SeedError } from './directory/seed.ts';

/** The command line, or a sentence that says what is wrong with it. */
export type CommandLine =
  | {
      readonly kind: 'start';
      readonly port: number;
      readonly seed: string | object;
      readonly control: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const USAGE = `Usage: entra-local-cloud [--port 4001] [--seed 1] [--control]
       npm run emulator -- … in the repository it comes from

Starts the local cloud, a stand-in for Microsoft Entra ID and Microsoft Graph, for development
and tests only.

  --port <number>  where to listen on localhost; 0 takes any free port (default 4001)
  --seed <text>    which company to make up: the same seed makes the same people (default 1),
                   or a .json file with people, groups, apps and APIs of your own;
                   seed.example.json beside this program is an example
  --control        let programs set faults at /control, not only people on the page at /
  --help           show this
`;

/**
 * Reads the command line, a seed file included.
 *
 * @param args what follows the program's name: `['--port', '0']`
 * @returns what to do; whatever is wrong comes back as `wrong`, with a sentence for whoever typed it
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4001' },
        seed: { type: 'string', default: '1' },
        control: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      return { kind: 'help' };
    }
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      const sentence = `--port takes a number from 0 to 65535, not "${values.port}".`;
      return { kind: 'wrong', sentence };
    }
    const { control } = values;
    return { kind: 'start', port: Number(values.port), seed: readSeedOption(values.seed), control };
  } catch (error) {
    if (error instanceof SeedError) {
      return { kind: 'wrong', sentence: error.message };
    }
    // parseArgs adds advice about `--` after its first sentence.
    const sentence = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    return { kind: 'wrong', sentence: `${sentence.replace(/\.$/, '')}. Try --help.` };
  }
}

/**
 * Reads what `--seed` is followed by.
 *
 * @param seed a word, or the name of a .json file
 * @returns what `startLocalCloud({ seed })` takes, which checks it
 * @throws SeedError when the file cannot be read or is not JSON
 */
export function readSeedOption(seed: string): string | object {
  if (!seed.endsWith('.json')) {
    return seed;
  }
  const content = readOrUndefined(seed);
  if (content === undefined) {
    throw new SeedError(`The seed file ${seed} cannot be read.`);
  }
  try {
    const value: unknown = JSON.parse(content);
    // Anything that is no object is left to the check of the seed, which names what it misses.
    return typeof value === 'object' && value !== null ? value : [];
  } catch {
    throw new SeedError(`The seed file ${seed} is not JSON.`);
  }
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
