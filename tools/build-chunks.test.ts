import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chunksOf, pageChunks, type Stats } from './build-chunks.ts';

const imports = (...paths: string[]) => paths.map((path) => ({ path, kind: 'import-statement' }));

const stats: Stats = {
  outputs: {
    'main.js': { imports: [{ path: 'boot.js', kind: 'dynamic-import' }] },
    'boot.js': {
      entryPoint: 'src/app/start/bootstrap.ts',
      imports: imports('angular.js', 'msal.js'),
    },
    'angular.js': { imports: imports('rxjs.js') },
    'msal.js': { imports: [{ path: 'rare.js', kind: 'dynamic-import' }] },
    'rxjs.js': { imports: imports('angular.js') },
  },
};

test('names a chunk after everything it imports, each once, cycles included', () => {
  assert.deepEqual(chunksOf(stats, 'src/app/start/bootstrap.ts'), [
    'rxjs.js',
    'angular.js',
    'msal.js',
    'boot.js',
  ]);
});

test('leaves out what a chunk only may import later', () => {
  assert.ok(!chunksOf(stats, 'src/app/start/bootstrap.ts').includes('rare.js'));
});

test('says when a source file is no chunk of its own any more', () => {
  assert.throws(() => chunksOf(stats, 'src/app/gone.ts'), /no chunk of src\/app\/gone\.ts/);
});

test('names the chunks of every lazy page by its folder, without what is loaded anyway', () => {
  const pages: Stats = {
    outputs: {
      'a.js': {
        entryPoint: 'src/app/mail/mail.routes.ts',
        imports: imports('shared.js', 'app.js'),
      },
      'b.js': { entryPoint: 'src/app/people/people.component.ts', imports: imports('shared.js') },
      'c.js': { entryPoint: 'src/app/people/card.component.ts', imports: [] },
      'd.js': { entryPoint: 'src/app/ui/problem/to-problem.ts', imports: [] },
      'shared.js': { imports: [] },
      'app.js': { imports: [] },
    },
  };
  assert.deepEqual(pageChunks(pages, ['app.js']), {
    mail: ['shared.js', 'a.js'],
    people: ['shared.js', 'b.js'],
  });
});
