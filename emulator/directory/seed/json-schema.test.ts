import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { toJsonSchema } from './json-schema.ts';
import { seedSchema } from './schema.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
const app = { clientId: '55556666-ffff-7777-aaaa-88889999bbbb', name: 'A', redirectUris: {} };
const api = { uri: 'api://a', appId: app.clientId, name: 'A', scopes: [] };

describe('emulator/seed.schema.json', () => {
  const { $schema, ...schema } = read('seed.schema.json');
  // Formats are for editors; valibot judges them.
  const judge = new Ajv({ validateFormats: false, allErrors: true }).compile(schema);

  test('is what the seed is checked by: else run node emulator/directory/seed/write-json-schema.ts', () => {
    assert.equal($schema, 'http://json-schema.org/draft-07/schema#');
    assert.deepEqual(schema, JSON.parse(JSON.stringify(toJsonSchema(seedSchema))));
  });

  const good = [{}, { seed: 'x' }, { registrations: [app] }, { resources: [api] }];
  const bad = [
    { peopel: [] },
    { seed: null },
    { registrations: [{ ...app, name: 1 }] },
    { registrations: [{ ...app, optionalClaims: ['ip'] }] },
    { registrations: [{ ...app, secret: '' }] },
    { resources: [{ ...api, scopes: [{ value: 'with space', title: 'A' }] }] },
    { resources: [{ ...api, scopes: [{ value: 'No.Title' }] }] },
    { resources: [{ ...api, roles: { 'a b': [] } }] },
    { resources: [{ ...api, tokenVersion: 3 }] },
    { permissions: [{ value: 'A', title: 'A', adminConsentRequired: 'yes' }] },
    { groups: [{ displayName: 'A', kind: 'team' }] },
    { people: [{ username: 'a@contoso.example' }] },
  ];
  for (const seed of [...good, read('seed.example.json'), ...bad]) {
    test(`judges as valibot does: ${JSON.stringify(seed).slice(0, 70)}`, () => {
      const expected = !bad.includes(seed as (typeof bad)[number]);
      assert.equal(judge(seed), expected, JSON.stringify(judge.errors));
      assert.equal(v.safeParse(seedSchema, seed).success, expected);
    });
  }

  test('is refused to be made of what nobody has translated', () => {
    assert.throws(() => toJsonSchema(v.date()), /No JSON Schema is known for date/);
    assert.throws(() => toJsonSchema(v.pipe(v.string(), v.ip())), /known for ip/);
  });
});
