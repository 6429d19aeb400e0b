import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

/** `npm start` as a newcomer types it: on its fixed ports, so one test after the other. */
test.describe.configure({ mode: 'serial' });

/** Its log is in another process; nothing goes wrong there. */
const cloud = { url: 'http://localhost:4001', log: [] };

test.use({
  baseURL: 'http://localhost:3000',
  watched: { appUrl: 'http://localhost:3000', cloud },
});

const root = fileURLToPath(new URL('..', import.meta.url));

/** A process group of its own, as a terminal makes one; Ctrl-C goes to all of it. */
function npmStart(): ChildProcess & { output: string } {
  const child = spawn('npm', ['start'], { cwd: root, detached: true });
  const started = Object.assign(child, { output: '' });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (started.output += chunk.toString()));
  }
  return started;
}

const group = (child: ChildProcess): number => -(child.pid ?? NaN);

/** Whether any process of the group is left. */
function isAlive(child: ChildProcess): boolean {
  try {
    return process.kill(group(child), 0);
  } catch {
    return false;
  }
}

test('npm start serves the app and its local cloud, and Ctrl-C leaves no process behind', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const child = npmStart();
  try {
    await expect(() => page.goto('/')).toPass({ timeout: 60_000 });
    const app = new AppPages(page);
    await app.signIn();
    await app.signOutButton().click();
    await expect(app.signInLink()).toBeVisible();
  } finally {
    // A page that is left open would miss its development server.
    await page.goto('about:blank');
    process.kill(group(child), 'SIGINT');
  }

  // npm is gone at once; what it started may take a moment to close.
  await expect.poll(() => isAlive(child), { message: child.output, timeout: 10_000 }).toBe(false);
});

for (const [port, name] of [
  [3000, 'app'],
  [4001, 'cloud'],
] as const) {
  test(`port ${port} taken: one sentence, and exit code 1`, async () => {
    const occupier = createServer().listen(port, 'localhost');
    await once(occupier, 'listening');
    const child = npmStart();
    const [code] = (await once(child, 'exit')) as [number];
    occupier.close();

    expect(code).toBe(1);
    expect(child.output).toContain(
      `Port ${port}, which the ${name} needs, is taken: end the program that uses it, then start again.`,
    );
  });
}
