import { readApiSettings } from './settings.ts';
import { startTasksApi } from './server.ts';

/** `node examples/api/main.ts`: the API by itself. Exits 1, with a sentence for each mistake. */
try {
  const { PORT = '4002', HOST = 'localhost' } = process.env;
  const api = await startTasksApi(readApiSettings(process.env), { port: Number(PORT), host: HOST });
  process.stdout.write(`The tasks API answers at ${api.url}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
