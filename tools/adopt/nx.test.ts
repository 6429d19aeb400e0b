import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Tree } from '@angular-devkit/schematics';
import { SchematicTestRunner } from '@angular-devkit/schematics/testing/index.js';

/** What create-nx-workspace 23.2.1 makes with `--preset=angular-monorepo`, as far as the schematic looks at it. */
const NX: Record<string, string> = {
  'package.json': JSON.stringify({ dependencies: { '@angular/core': '~22.1.0' } }),
  'nx.json': '{}',
  'node_modules/other/project.json': '{ "projectType": "application" }',
  'libs/orders/project.json': '{ "name": "orders", "projectType": "library" }',
  'apps/portal/project.json': JSON.stringify({
    name: 'portal',
    projectType: 'application',
    sourceRoot: 'apps/portal/src',
    targets: {
      build: {
        executor: '@angular/build:application',
        options: {
          browser: 'apps/portal/src/main.ts',
          tsConfig: 'apps/portal/tsconfig.app.json',
          assets: [{ glob: '**/*', input: 'apps/portal/public' }],
        },
      },
    },
  }),
  'tsconfig.base.json': '{ "compilerOptions": { "target": "es2015", "lib": ["es2020", "dom"] } }',
  'apps/portal/tsconfig.json': '{ "extends": "../../tsconfig.base.json" }',
  'apps/portal/tsconfig.app.json':
    '{ "extends": "./tsconfig.json", "compilerOptions": { "types": [] } }',
  'apps/portal/src/main.ts':
    'bootstrapApplication(App, appConfig).catch((err) => console.error(err));',
  'apps/portal/src/app/app.config.ts':
    'export const appConfig: ApplicationConfig = { providers: [provideRouter(appRoutes)] };',
  'apps/portal/src/app/app.routes.ts': 'export const appRoutes: Route[] = [];',
};

const runner = new SchematicTestRunner(
  'adopt',
  fileURLToPath(new URL('collection.json', import.meta.url)),
);

test('an application of an Nx workspace is taken, with its project.json', async () => {
  const before = Tree.empty();
  for (const [file, text] of Object.entries(NX)) before.create(file, text);
  const tree = await runner.runSchematic('adopt', { skipInstall: true }, before);

  assert.match(tree.readText('apps/portal/src/main.ts'), /startMsal\(fetch\('config\.json'\)\)/);
  assert.match(
    tree.readText('apps/portal/src/app/app.routes.ts'),
    /Route\[\] = \[\s+\{\s+path: 'me'/,
  );
  for (const file of ['src/app/auth/provide-auth.ts', 'src/redirect.html', 'public/config.json'])
    assert.ok(tree.exists(`apps/portal/${file}`), file);
  const { targets } = tree.readJson('apps/portal/project.json') as unknown as {
    targets: { build: { options: { assets: { input: string }[]; polyfills: string[] } } };
  };
  const { assets, polyfills } = targets.build.options;
  assert.deepEqual(
    assets.map(({ input }) => input),
    [
      'apps/portal/public',
      'apps/portal/src',
      'node_modules/@azure/msal-browser/lib/redirect-bridge',
    ],
  );
  assert.deepEqual(polyfills, ['@angular/localize/init']);
  const { compilerOptions } = tree.readJson('apps/portal/tsconfig.app.json') as unknown as {
    compilerOptions: object;
  };
  assert.deepEqual(compilerOptions, { types: ['@angular/localize'], lib: ['es2022', 'dom'] });
  const { dependencies } = tree.readJson('package.json') as unknown as {
    dependencies: Record<string, string>;
  };
  assert.ok(dependencies['@azure/msal-browser']);
  // Angular's packages go together, and npm refuses another version of one of them.
  assert.equal(dependencies['@angular/localize'], '~22.1.0');
});
