import { parseArgs } from 'node:util';

/** The command line, or a sentence that says what is wrong with it. */
export type CommandLine =
  | {
      readonly kind: 'start';
      readonly port: number;
      readonly seed: string;
      readonly control: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const USAGE = `Usage: npm run emulator -- [--port 4001] [--seed 1] [--control]

Starts the local cloud, a stand-in for Microsoft Entra ID and Microsoft Graph, for development
and tests only.

  --port <number>  where to listen on localhost; 0 takes any free port (default 4001)
  --seed <text>    which company to make up: the same seed makes the same people (default 1)
  --control        open the faults at /control, see emulator/README.md
  --help           show this
`;

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
    return { kind: 'start', port: Number(values.port), seed: values.seed, control: values.control };
  } catch (error) {
    // parseArgs adds advice about `--` after its first sentence.
    const sentence = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    return { kind: 'wrong', sentence: `${sentence.replace(/\.$/, '')}. Try --help.` };
  }
}
