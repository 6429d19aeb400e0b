import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import concurrently from 'concurrently';

/**
 * `npm start`: the app on port 3000 and, while `config.json` says so, the local cloud beside it. Both
 * end together. Exits 1, with one sentence, when a port is taken or the file cannot be read.
 */

const APP_PORT = 3000;
const CONFIG = new URL('../public/config.json', import.meta.url);

interface Config {
  cloud?: string;
  localCloud?: string;
}

async function start(): Promise<void> {
  const config = readConfig();
  const cloudPort =
    config.cloud === 'local' ? portOf(config.localCloud ?? 'http://localhost:4001') : undefined;
  await refuseTakenPort(APP_PORT, 'the app');
  if (cloudPort !== undefined) await refuseTakenPort(cloudPort, 'the local cloud');
  else process.stdout.write('config.json points at a real cloud: the local one stays off.\n');

  const { result } = concurrently(
    [
      ...(cloudPort === undefined
        ? []
        : [{ name: 'cloud', command: `node emulator/main.ts --port ${cloudPort}` }]),
      // PORT would move the app away from the redirect URI it is registered with.
      { name: 'app', command: `ng serve --port ${APP_PORT}`, env: { PORT: undefined } },
    ],
    { killOthersOn: ['failure', 'success'], prefixColors: 'auto' },
  );
  process.exitCode = await result.then(
    () => 0,
    () => 1,
  );
}

function readConfig(): Config {
  try {
    return JSON.parse(readFileSync(CONFIG, 'utf8')) as Config;
  } catch (error) {
    throw new Error(`public/config.json cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function portOf(url: string): number {
  const port = URL.canParse(url) ? Number(new URL(url).port) : 0;
  if (port > 0) return port;
  throw new Error(
    `"localCloud" in public/config.json is "${url}": give an address with a port, such as "http://localhost:4001".`,
  );
}

async function refuseTakenPort(port: number, what: string): Promise<void> {
  const taken = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: 'localhost', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  if (taken) {
    throw new Error(
      `Port ${port}, which ${what} needs, is taken: end the program that uses it, then start again.`,
    );
  }
}

await start().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
