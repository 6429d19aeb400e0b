import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { API_SCOPES, APP_ROLES, PERMISSIONS } from './description.ts';
import { templates } from './templates/templates.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');

describe('the description of the registration', () => {
  test('lists every permission that a page asks for, and no other', () => {
    const sources = globSync('src/app/*/*.ts', { cwd: ROOT, exclude: ['**/*.spec.ts'] });
    const used = sources.flatMap((path) => [
      ...read(path).matchAll(/(?:scopes: \[|SCOPES? = \[?)([^\]\n]*)/g),
    ]);
    const names = used.flatMap(([, list = '']) =>
      [...list.matchAll(/'([A-Z]\w+(?:\.\w+)+)'/g)].map(([, name = '']) => name),
    );
    const wanted = new Set(['User.Read', ...names]);
    assert.deepEqual(PERMISSIONS.map(({ value }) => value).sort(), [...wanted].sort());
  });

  test('has Microsoft’s ids, and says rightly who may consent', () => {
    interface Published {
      readonly value: string;
      readonly id: string;
      readonly adminConsentRequired: boolean;
    }
    const published = JSON.parse(read('emulator/directory/graph-permissions.json')) as Published[];
    for (const { value, id, administratorsOnly } of PERMISSIONS) {
      const one = published.find((permission) => permission.value === value);
      assert.deepEqual([one?.id, one?.adminConsentRequired], [id, administratorsOnly], value);
    }
  });

  test('gives every id once', () => {
    const ids = [...PERMISSIONS, ...APP_ROLES, ...API_SCOPES].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const [name, text] of Object.entries(templates())) {
    test(`docs/registration/${name} says the same: else run node tools/register/templates/write.ts`, () => {
      assert.equal(read(`docs/registration/${name}`).replaceAll('\r\n', '\n'), text);
      for (const { id } of [...PERMISSIONS, ...APP_ROLES, ...API_SCOPES]) {
        assert.ok(text.includes(id), id);
      }
    });
  }
});
