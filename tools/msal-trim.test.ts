import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

/**
 * The production build puts src/msal-platform-broker.mjs in the place of three of MSAL's files. That is
 * safe as long as MSAL comes to them only where `allowPlatformBroker` led. When one of these fails, read
 * how the new version uses them before changing what is expected here.
 */

const root = new URL('../', import.meta.url);

type StandIn = Record<string, { new (): unknown; createProvider(): unknown }>;
const standIn = (await import(new URL('src/msal-platform-broker.mjs', root).href)) as StandIn;
const text = (path: string) => readFile(new URL(path, root), 'utf8');
const MSAL = 'node_modules/@azure/msal-browser/dist/';

interface Workspace {
  projects: {
    app: {
      architect: {
        build: {
          configurations: { production: { fileReplacements: { replace: string; with: string }[] } };
        };
      };
    };
  };
}

async function replaced(): Promise<string[]> {
  const { projects } = JSON.parse(await text('angular.json')) as Workspace;
  return projects.app.architect.build.configurations.production.fileReplacements.map(
    ({ replace }) => replace,
  );
}

test('the stand-in exports what the files it replaces export', async () => {
  const names: string[] = [];
  for (const path of await replaced()) {
    const exported = /^export \{ (.+) \};$/m.exec(await text(path))?.[1];
    assert.ok(exported, `${path} exports in another way`);
    names.push(...exported.split(', '));
  }

  assert.deepEqual(Object.keys(standIn).sort(), names.sort());
});

test('it says what it is when it is called after all', () => {
  for (const Part of Object.values(standIn)) {
    assert.throws(() => new Part(), /no platform broker/);
    assert.throws(() => Part.createProvider(), /no platform broker/);
  }
});

test('MSAL makes a provider only where allowPlatformBroker is set', async () => {
  const controller = await text(`${MSAL}controllers/StandardController.mjs`);
  const values = [...controller.matchAll(/this\.platformAuthProvider = ([^;(]+)/g)].map(
    ([, value]) => value,
  );

  assert.deepEqual(new Set(values), new Set(['await getPlatformAuthProvider', 'undefined']));
  assert.ok(
    /if \(allowPlatformBroker\) \{\s+try \{[^}]+getPlatformAuthProvider\(/.test(controller),
  );
  assert.equal(controller.split('getPlatformAuthProvider(').length, 2);
});

test('MSAL talks to the broker only where it has a provider', async () => {
  const controller = await text(`${MSAL}controllers/StandardController.mjs`);
  const before = controller.split('new PlatformAuthInteractionClient(').slice(0, -1);

  assert.equal(before.length, 3);
  for (const lines of before) {
    assert.ok(/(&& (this\.)?|!this\.)platformAuthProvider\) \{/.test(lines.slice(-1_000)));
  }
});

test('the app does not ask for the broker', async () => {
  assert.doesNotMatch(await text('src/app/auth/msal-configuration.ts'), /allowPlatformBroker/);
});
