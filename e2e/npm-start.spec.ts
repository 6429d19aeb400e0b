import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

/** The local cloud of `npm start` has one port, so these tests run one after the other. */
test.describe.configure({ mode: 'serial' });

/** Its log is in another process. */
const cloud = { url: 'http://localhost:4001', log: [] };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts a process group, because Ctrl-C in a terminal reaches the whole group. */
function npmStart(...options: string[]): ChildProcess & { output: string } {
  const child = spawn('npm', ['start', '--', ...options], { cwd: root, detached: true });
  const started = Object.assign(child, { output: '' });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (started.output += chunk.toString()));
  }
  return started;
}

const group = (child: ChildProcess): number => -(child.pid ?? NaN);

/** Returns whether any process of the group is left. */
function isAlive(child: ChildProcess): boolean {
  try {
    return process.kill(group(child), 0);
  } catch {
    return false;
  }
}

for (const [url, options] of [
  ['http://localhost:3000', []],
  ['http://localhost:3190', ['--port', '3190', '--control']],
] as const) {
  test.describe(`npm start ${options.join(' ')}`, () => {
    test.use({ baseURL: url, watched: { appUrl: url, cloud } });

    test('serves the app and its local cloud, says where, and Ctrl-C leaves no process behind', async ({
      page,
    }) => {
      test.setTimeout(90_000);
      const child = npmStart(...options);
      try {
        await expect
          .poll(() => child.output, { timeout: 60_000 })
          .toMatch(new RegExp(`Ready.*App +${url}/\\n.*${cloud.url}.*Adele Vance.*Ctrl-C`, 's'));
        const console = await page.request.get(`${cloud.url}/`);
        expect(await console.text()).toContain('Graph takes 3 seconds');
        await page.goto('/');
        const app = new AppPages(page);
        await app.signIn();
        await app.signOut();
        await expect(app.signInLink()).toBeVisible();
      } finally {
        // An open page would report its lost connection to the development server.
        await page.goto('about:blank');
        process.kill(group(child), 'SIGINT');
      }

      // npm exits at once; its children may take a moment.
      await expect
        .poll(() => isAlive(child), { message: child.output, timeout: 10_000 })
        .toBe(false);
      expect(child.output).not.toContain('Raw size');
    });
  });
}

for (const [port, remedy] of [
  [3000, 'npm start -- --port 3100'],
  [4001, '"localCloud": "http://localhost:4101" in public/config.json'],
] as const) {
  test(`port ${port} taken: one sentence with a remedy, and exit code 1`, async () => {
    const occupier = createServer().listen(port, 'localhost');
    await once(occupier, 'listening');
    const child = npmStart();
    const [code] = (await once(child, 'exit')) as [number];
    occupier.close();

    expect(code).toBe(1);
    expect(child.output).toMatch(new RegExp(`Port ${port}, .* is taken, .*${remedy}\\n`));
  });
}
