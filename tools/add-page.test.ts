import assert from 'node:assert/strict';
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

/**
 * Follows "Add a page" of CONTRIBUTING.md to the letter, in a copy of this project: what it names is all that has to
 * change, and the page is a chunk of its own that nobody is asked for at sign-in.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'added-page-'));
after(() => {
  rmSync(copy, { recursive: true, force: true });
});

const run = (command: string, args: string[], options: ExecFileSyncOptions = {}) =>
  execFileSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  }).toString();

const git = (...args: string[]) =>
  run('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args]);

function copyProject(): void {
  const files = run('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT }).split('\n');
  for (const file of files.filter((name) => name !== ''))
    cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'before');
}

/** The entry for app.routes.ts, as the text has it. */
function routeEntry(): string {
  const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const [, entry] = /```ts\n(\s*\{\n\s*path: 'contacts',[^]*?)```/.exec(guide) ?? [];
  assert.ok(entry, 'CONTRIBUTING.md has the entry for app.routes.ts');
  return entry;
}

function addPage(): void {
  run('npx', ['ng', 'generate', 'component', 'contacts']);
  const page = fileURLToPath(new URL('add-page/', import.meta.url));
  for (const file of [
    'contacts-client.ts',
    'contacts.component.ts',
    'contacts.component.html',
    'contacts.component.spec.ts',
  ])
    cpSync(join(page, `${file}.txt`), join(copy, 'src/app/contacts', file));
  const routes = join(copy, 'src/app/app.routes.ts');
  const text = readFileSync(routes, 'utf8');
  const last = text.lastIndexOf('  {\n', text.indexOf("path: '**'"));
  const source = './auth/tokens/provide-protected-resources';
  const imported = `import { provideProtectedResources } from '${source}';\n`;
  writeFileSync(routes, imported + text.slice(0, last) + routeEntry() + text.slice(last));
  run('npx', ['prettier', '--write', routes]);
}

test('a page is added by one folder and one route', { timeout: 300_000 }, () => {
  copyProject();
  addPage();
  const changed = git('status', '--short', '-uall').split('\n').filter(Boolean);
  assert.deepEqual(
    changed.map((line) => line.slice(3)).filter((file) => dirname(file) !== 'src/app/contacts'),
    ['src/app/app.routes.ts'],
  );
});

test('it keeps to the rules and its spec passes', { timeout: 300_000 }, () => {
  run('npx', ['prettier', '--check', 'src/app/contacts', 'src/app/app.routes.ts']);
  run('npx', ['eslint', '--max-warnings', '0', 'src/app/contacts', 'src/app/app.routes.ts']);
  run('npx', ['ng', 'test', '--watch=false', '--include', 'src/app/contacts/**/*.spec.ts']);
});

test(
  'it is a chunk of its own, and asks for its permission when it is opened',
  {
    timeout: 300_000,
  },
  () => {
    // Exits 1, because the texts have to be translated; until then they are English in every language.
    assert.throws(
      () => run('npm', ['run', 'languages']),
      ({ stdout }: { stdout: string }) => stdout.includes('Loading your contacts…'),
    );
    run('npm', ['run', 'build']);
    const html = readFileSync(join(copy, 'dist/app/browser/index.html'), 'utf8');
    const [, chunks = ''] = /<meta name="chunks" content='([^']*)'/.exec(html) ?? [];
    const { app, contacts } = JSON.parse(chunks) as Record<string, string[]>;
    assert.ok(contacts?.length, 'the page has chunks');
    assert.deepEqual(
      contacts.filter((name) => app?.includes(name)),
      [],
    );
    cpSync(
      fileURLToPath(new URL('add-page/added-page.spec.ts.txt', import.meta.url)),
      join(copy, 'e2e/added-page.spec.ts'),
    );
    run('npx', [
      'playwright',
      'test',
      '--config',
      'e2e/playwright.config.ts',
      'added-page.spec.ts',
    ]);
  },
);
