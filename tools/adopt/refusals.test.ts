import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Tree } from '@angular-devkit/schematics';
import { SchematicTestRunner } from '@angular-devkit/schematics/testing/index.js';

const runner = new SchematicTestRunner(
  'adopt',
  fileURLToPath(new URL('collection.json', import.meta.url)),
);

/** What `ng new` makes, as far as the schematic looks at it. */
const NEW_APP: Record<string, string> = {
  'package.json': JSON.stringify({ dependencies: { '@angular/core': '^22.0.0' } }),
  'tsconfig.app.json': '{ "compilerOptions": { "types": [] } }',
  'src/main.ts': 'bootstrapApplication(App, appConfig);',
  'src/app/app.config.ts': 'export const appConfig: ApplicationConfig = { providers: [] };',
  'src/app/app.routes.ts': 'export const routes: Routes = [];',
  'angular.json': angularJson('@angular/build:application'),
};

function angularJson(builder: string): string {
  const build = { builder, options: { browser: 'src/main.ts' } };
  const app = { projectType: 'application', root: '', sourceRoot: 'src', architect: { build } };
  return JSON.stringify({ version: 1, projects: { theirs: app } });
}

/** @param changes undefined leaves a file out */
function adopt(changes: Record<string, string | undefined>) {
  const tree = Tree.empty();
  for (const [file, text] of Object.entries({ ...NEW_APP, ...changes }))
    if (text !== undefined) tree.create(file, text);
  return runner.runSchematic('adopt', { skipInstall: true }, tree);
}

test('an application as ng new makes it is taken', async () => {
  const tree = await adopt({});
  assert.match(tree.readText('src/main.ts'), /startMsal\(fetch\('config\.json'\)\)/);
  assert.ok(tree.exists('src/app/auth/provide-auth.ts'));
  assert.ok(!tree.files.some((file) => file.endsWith('.spec.ts')));
});

const refused: [title: string, changes: Record<string, string | undefined>, sentence: RegExp][] = [
  ['no workspace', { 'angular.json': undefined }, /no angular\.json or nx\.json here/],
  [
    'an Nx workspace without application',
    { 'angular.json': undefined, 'nx.json': '{}' },
    /No angular\.json or project\.json here/,
  ],
  [
    'an older Angular',
    { 'package.json': '{ "dependencies": { "@angular/core": "~19.2.0" } }' },
    /Angular 22, not ~19\.2\.0: run ng update/,
  ],
  ['another builder', { 'angular.json': angularJson('x:webpack') }, /built by x:webpack/],
  ['no routes', { 'src/app/app.routes.ts': undefined }, /no src\/app\/app\.routes\.ts/],
  [
    'routes in another form',
    { 'src/app/app.routes.ts': 'export default [];' },
    /no "routes: Routes/,
  ],
  [
    'modules instead of a standalone start',
    { 'src/main.ts': 'platformBrowser().bootstrapModule(AppModule);' },
    /does not call bootstrapApplication/,
  ],
  ['a folder auth of its own', { 'src/app/auth/login.ts': '' }, /of its own: rename it first/],
];

for (const [title, changes, sentence] of refused) {
  test(`${title} is refused, with what to do`, async () => {
    await assert.rejects(() => adopt(changes), sentence);
  });
}
