import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededDirectory } from './directory.ts';
import { readSeed } from './seed.ts';

describe('the seeded directory', () => {
  test('is the same for the same seed and another for another', () => {
    assert.deepEqual(
      seededDirectory(readSeed({ seed: 'a' })).people,
      seededDirectory(readSeed({ seed: 'a' })).people,
    );
    assert.notDeepEqual(
      seededDirectory(readSeed({ seed: 'a' })).people,
      seededDirectory(readSeed({ seed: 'b' })).people,
    );
  });

  test('keeps the people tests rely on, and their ids, whatever the seed', () => {
    const adele = seededDirectory(readSeed({ seed: 'a' })).personByUsername(
      'ADELE@contoso.example',
    );
    assert.equal(
      adele?.id,
      seededDirectory(readSeed({ seed: 'b' })).personByUsername('adele@contoso.example')?.id,
    );
  });

  test('is a tree of at least forty people with one person on top', () => {
    const directory = seededDirectory(readSeed({}));
    const { people } = directory;
    const contoso = people.filter(({ tenantId }) => tenantId.startsWith('aaaa'));
    assert.ok(contoso.length >= 40);
    assert.equal(contoso.filter(({ managerId }) => managerId === null).length, 1);
    assert.ok(contoso.every(({ managerId }) => managerId === null || directory.person(managerId)));
    assert.equal(
      new Set(people.map(({ userPrincipalName }) => userPrincipalName)).size,
      people.length,
    );
  });
});
