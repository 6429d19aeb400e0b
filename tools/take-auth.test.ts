import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { startLocalCloud } from '../emulator/index.ts';
import { serveBuild } from '../hosting/serve-build.ts';
import { browserFlags, findBrowser } from './browser.ts';

/** Takes src/app/auth and src/app/settings alone into an application that `ng new` has just made, and signs in there. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Makes and builds the application.
 *
 * @param folder an empty folder outside this project
 * @returns the folder of what was built
 */
function buildApp(folder: string): string {
  const modules = join(ROOT, 'node_modules');
  const run = (cwd: string, ...args: string[]) =>
    execFileSync(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  symlinkSync(modules, join(folder, 'node_modules'), 'junction');
  // By the link's name: `ng new` refuses to run where the CLI itself lies in a workspace.
  run(
    folder,
    '--preserve-symlinks',
    '--preserve-symlinks-main',
    'node_modules/@angular/cli/bin/ng.js',
    ...['new', 'taken', '--defaults', '--skip-git', '--skip-install'],
  );
  const app = join(folder, 'taken');
  symlinkSync(modules, join(app, 'node_modules'), 'junction');
  for (const part of ['auth', 'settings'])
    cpSync(join(ROOT, 'src/app', part), join(app, 'src/app', part), { recursive: true });
  cpSync(
    fileURLToPath(new URL('take-auth/main.ts.txt', import.meta.url)),
    join(app, 'src/main.ts'),
  );
  addLocalize(app);
  run(app, 'node_modules/@angular/cli/bin/ng.js', 'build', '--configuration', 'development');
  return join(app, 'dist/taken/browser');
}

/** Does what `ng add @angular/localize` does: the messages of the sign-in layer are marked with `$localize`. */
function addLocalize(app: string): void {
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(app, file), 'utf8');
    assert.ok(text.includes(from), `${file} has ${from}`);
    writeFileSync(join(app, file), text.replace(from, to));
  };
  edit('angular.json', '"browser": "src/main.ts",', '$& "polyfills": ["@angular/localize/init"],');
  edit('tsconfig.app.json', '"types": []', '"types": ["@angular/localize"]');
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByText('nobody').waitFor();
  await page.getByRole('link', { name: 'Me' }).click();
  await page.getByRole('button', { name: 'Adele Vance' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
}

test('the sign-in layer works in an application of its own', { timeout: 300_000 }, async (run) => {
  const folder = mkdtempSync(join(tmpdir(), 'taken-'));
  run.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const built = buildApp(folder);
  const cloud = await startLocalCloud({ port: 0 });
  run.after(() => cloud.close());
  const config = {
    clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
    cloud: 'local',
    localCloud: cloud.url,
    tenant: 'common',
  };
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
  run.after(() => server.close());
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  run.after(() => browser.close());
  const page = await browser.newPage();
  await signIn(page, `http://localhost:${server.port}/`);
  await page.getByText('"displayName": "Adele Vance"').waitFor();
  assert.match(page.url(), /\/me$/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('nobody').waitFor();
});
