import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { startLocalCloud } from '../emulator/index.ts';
import { serveBuild } from '../hosting/serve-build.ts';
import { browserFlags, findBrowser } from './browser.ts';

/** `npm run adopt` on applications that `ng new` has just made: one without zone.js, and one with it. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NG = 'node_modules/@angular/cli/bin/ng.js';
const folder = mkdtempSync(join(tmpdir(), 'adopted-'));
const workspace = join(folder, 'theirs');

const run = (cwd: string, ...args: string[]) =>
  execFileSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const adopt = (...args: string[]) =>
  run(ROOT, 'tools/adopt/main.ts', workspace, '--skip-install', ...args);
const read = (file: string) => readFileSync(join(workspace, file), 'utf8');

before(() => {
  const modules = join(ROOT, 'node_modules');
  symlinkSync(modules, join(folder, 'node_modules'), 'junction');
  // By the link's name: `ng new` refuses to run where the CLI itself lies in a workspace.
  const flags = ['--preserve-symlinks', '--preserve-symlinks-main', NG];
  run(folder, ...flags, 'new', 'theirs', '--defaults', '--skip-git', '--skip-install');
  symlinkSync(modules, join(workspace, 'node_modules'), 'junction');
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every file of the workspace, by its content. */
function snapshot(): Record<string, string> {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(workspace, join(entry.parentPath, entry.name)))
    .filter((file) => !/^(node_modules|dist|\.angular)\b/.test(file));
  return Object.fromEntries(files.map((file) => [file, read(file)]));
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/me`);
  await page.getByRole('button', { name: 'Adele Vance' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
}

test('an application gets sign-in by one command', { timeout: 300_000 }, async (context) => {
  adopt();
  run(workspace, NG, 'build', '--configuration', 'development');
  const built = join(workspace, 'dist/theirs/browser');
  const cloud = await startLocalCloud({ port: 0 });
  context.after(() => cloud.close());
  const config = { ...(JSON.parse(read('public/config.json')) as object), localCloud: cloud.url };
  const server = await serveBuild({
    headers: {},
    page: '/index.html',
    file: async (path) =>
      path === '/config.json'
        ? { body: JSON.stringify(config) }
        : readFile(join(built, path)).then(
            (body) => ({ body }),
            () => undefined,
          ),
  });
  context.after(() => server.close());
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  context.after(() => browser.close());
  const page = await browser.newPage();
  const url = `http://localhost:${server.port}`;
  await signIn(page, url);
  await page.getByText('"displayName": "Adele Vance"').waitFor();
  assert.match(page.url(), /\/me$/);
  assert.equal((await page.request.get(`${url}/redirect.html`)).status(), 200);
  assert.equal((await page.request.get(`${url}/msal-redirect-bridge.min.js`)).status(), 200);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${url}/`);
});

test('a second run changes nothing, also where a file was changed since', () => {
  writeFileSync(join(workspace, 'src/app/me/me.component.ts'), '// Theirs by now.\n');
  const files = snapshot();
  assert.match(adopt(), /Nothing had to change/);
  assert.deepEqual(snapshot(), files);
});

test(
  'an application with zone.js and an HttpClient of its own keeps both',
  { timeout: 120_000 },
  () => {
    run(
      workspace,
      NG,
      'generate',
      'application',
      'zoned',
      '--zoneless=false',
      '--defaults',
      '--skip-install',
    );
    assert.throws(() => adopt(), /--project: this workspace has theirs, zoned/);
    const file = 'projects/zoned/src/app/app.config.ts';
    const own = read(file)
      .replace('providers: [', 'providers: [\n    provideHttpClient(withFetch()),')
      .replace(/^/, "import { provideHttpClient, withFetch } from '@angular/common/http';\n");
    writeFileSync(join(workspace, file), own);
    adopt('--project', 'zoned');
    assert.match(read(file), /provideZoneChangeDetection\(/);
    assert.match(
      read(file),
      /provideHttpClient\(withInterceptors\(\[authInterceptor\]\), withInterceptorsFromDi\(\), withFetch\(\)\)/,
    );
    assert.doesNotMatch(read('projects/zoned/src/app/auth.config.ts'), /HttpClient/);
    // zone.js itself is not installed here, so that the application is compiled and not run.
    run(
      workspace,
      'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js',
      '-p',
      'projects/zoned/tsconfig.app.json',
      '--noEmit',
    );
  },
);

test('changes that are not committed are left alone', () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace });
  git('init', '-q');
  assert.throws(() => adopt('--project', 'zoned'), /not committed.*--force/);
  assert.match(adopt('--project', 'zoned', '--force'), /Nothing had to change/);
});
