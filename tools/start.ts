import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import concurrently from 'concurrently';
import { startPlan } from './start-plan.ts';

/**
 * `npm start`: the app on port 3000 and, while `config.json` says so, the local cloud beside it. They
 * end together. Exits 1, with one sentence, when a port is taken or the file cannot be used.
 */
async function start(): Promise<number> {
  const services = startPlan(
    readFileSync(new URL('../public/config.json', import.meta.url), 'utf8'),
  );
  for (const { name, port } of services) {
    if (await isTaken(port)) {
      throw new Error(
        `Port ${port}, which the ${name} needs, is taken: end the program that uses it, then start again.`,
      );
    }
  }
  if (services.length === 1) {
    process.stdout.write('config.json names a real cloud: the local one stays off.\n');
  }
  const { result } = concurrently(
    // PORT would move the app away from the redirect URI it is registered with.
    services.map(({ name, command }) => ({ name, command, env: { PORT: undefined } })),
    { killOthersOn: ['failure', 'success'], prefixColors: 'auto' },
  );
  return result.then(
    () => 0,
    () => 1,
  );
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

process.exitCode = await start().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  return 1;
});
