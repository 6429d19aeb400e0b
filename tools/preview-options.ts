import { parseArgs } from 'node:util';

/** What `npm run preview` was asked to do. */
export interface PreviewOptions {
  readonly port: number;
  /** Whether to build first. */
  readonly build: boolean;
  /** Leaves the example API off. */
  readonly noApi: boolean;
  /** The folder that a build writes to. */
  readonly output: string;
  /** Options that go on to the build. */
  readonly buildArgs: readonly string[];
}

export const USAGE = `npm run preview -- [--port 3000] [--base-href /portal/] [--no-build] [--no-api]

Serves the production build with the headers, compression and caching of a real host, beside the local cloud.

  --port number       another port than 3000
  --base-href path    builds for a sub-path
  --no-build          serves the build that is there
  --no-api            leaves the example API off
  --output-path path  a build elsewhere than in dist/app
`;

/**
 * Reads the command line of `npm run preview`.
 *
 * @param args what follows the program's name
 * @throws Error with a sentence for whoever typed it
 */
export function readPreviewOptions(args: readonly string[]): PreviewOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '3000' },
      'base-href': { type: 'string' },
      'output-path': { type: 'string', default: 'dist/app' },
      'no-build': { type: 'boolean', default: false },
      'no-api': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number up to 65535, not "${values.port}".`);
  const base = values['base-href'];
  if (values['no-build'] && base !== undefined)
    throw new Error('--base-href is the build’s: leave --no-build out.');
  const output = values['output-path'];
  return {
    port,
    build: !values['no-build'],
    noApi: values['no-api'],
    output,
    buildArgs: [
      ...(base === undefined ? [] : ['--base-href', base]),
      ...(output === 'dist/app' ? [] : ['--output-path', output]),
    ],
  };
}
