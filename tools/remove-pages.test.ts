import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A page is removed as CONTRIBUTING.md says: its folder, its entry in app.routes.ts, its line in styles.css. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = ['account', 'admin', 'calendar', 'mail', 'people', 'profile', 'tasks'];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Returns the text without the route of a page. @throws when there is not exactly one */
function withoutRoute(text: string, page: string): string {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isObjectLiteralExpression(node) &&
      node.properties.some(
        (property) =>
          ts.isPropertyAssignment(property) &&
          property.name.getText() === 'path' &&
          ts.isStringLiteral(property.initializer) &&
          property.initializer.text === page,
      )
    )
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('app.routes.ts', text, ts.ScriptTarget.Latest, true));
  const [route, ...others] = found;
  assert.ok(route && others.length === 0, `${page} has one entry in app.routes.ts`);
  return text.slice(0, route.getFullStart()) + text.slice(route.getEnd()).replace(/^,/, '');
}

const withoutStyles = (text: string, page: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes(`'./app/${page}/`))
    .join('\n');

describe('a page can be taken out', () => {
  const sources = globSync('src/**/*.{ts,css}', { cwd: ROOT }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  for (const page of PAGES)
    test(`nothing but its route and its styles names the folder of ${page}`, () => {
      const users = sources.filter(
        (file) =>
          !file.startsWith(`src/app/${page}/`) &&
          new RegExp(`['"](?:\\./|\\.\\./)+(?:app/)?${page}/`).test(read(file)),
      );

      assert.deepEqual(
        users.filter((file) => file !== 'src/styles.css'),
        ['src/app/app.routes.ts'],
      );
    });

  test('without any of them, the rest compiles', () => {
    const copy = mkdtempSync(join(tmpdir(), 'without-pages-'));
    after(() => {
      rmSync(copy, { recursive: true, force: true });
    });
    for (const file of ['package.json', 'tsconfig.json', 'tsconfig.app.json', 'src'])
      cpSync(join(ROOT, file), join(copy, file), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const page of PAGES) rmSync(join(copy, 'src/app', page), { recursive: true });
    const edit = (file: string, change: (text: string, page: string) => string) => {
      writeFileSync(join(copy, file), PAGES.reduce(change, read(file)));
    };
    edit('src/app/app.routes.ts', withoutRoute);
    edit('src/styles.css', withoutStyles);
    const compiler = join(ROOT, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
    // Imports that only the routes used are for lint to name, and for --fix to take out.
    const args = [compiler, '-p', 'tsconfig.app.json', '--noEmit', '--noUnusedLocals', 'false'];
    execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' });

    assert.doesNotMatch(readFileSync(join(copy, 'src/styles.css'), 'utf8'), /app\/mail\//);
  });
});
