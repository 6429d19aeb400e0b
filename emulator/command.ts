import { PortInUseError, SeedError, startLocalCloud } from './index.ts';
import type { LocalCloud } from './index.ts';
import { USAGE, readCommandLine } from './options.ts';

/** The command line: start, say where and as whom one can sign in, stop cleanly. */

/** How long running requests may take once the cloud is told to end. */
const PATIENCE_MS = 2_000;

const command = readCommandLine(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'wrong':
    fail(command.sentence);
    break;
  case 'start':
    try {
      run(await startLocalCloud({ ...command, faultButtons: true }));
    } catch (error) {
      if (!(error instanceof PortInUseError || error instanceof SeedError)) {
        throw error;
      }
      fail(error.message);
    }
}

function run(cloud: LocalCloud): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void cloud.close(PATIENCE_MS);
    });
  }
  const people = cloud.people.slice(0, 6).map(({ username }) => `    ${username}`);
  process.stdout.write(
    [
      `Local cloud (for development and tests only): ${cloud.url}`,
      `  Authority      ${cloud.url}/{common | organizations | consumers | tenant}/v2.0`,
      `  Microsoft Graph ${cloud.url}/v1.0`,
      `  Console        ${cloud.url}/ with people, requests and faults to try`,
      `  Sign in as one of ${String(cloud.people.length)} people, without a password, for example`,
      ...people,
      '',
    ].join('\n'),
  );
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
