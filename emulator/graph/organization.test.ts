import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newCloud } from '../cloud.ts';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { CONTOSO, callGraph, tokensFor } from '../test-browser.ts';
import { GraphError } from './graph-error.ts';
import { relevantPeople } from './relevant-people.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly value: readonly Record<string, unknown>[];
}

describe('/organization', () => {
  let cloud: LocalCloud;
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
  });
  after(() => cloud.close());

  const read = async (path: string, username: string, scope = 'User.Read') => {
    const { access_token } = await tokensFor(cloud, username, { scope });
    const response = await callGraph(cloud, path, access_token);
    return { status: response.status, body: (await response.json()) as Body };
  };

  test('User.Read shows id, name and domains of it, and nothing else', async () => {
    const { body } = await read('/organization', 'adele@contoso.example');
    const [contoso] = body.value;
    assert.equal(contoso?.['id'], CONTOSO);
    assert.equal(contoso['displayName'], 'Contoso');
    assert.match(JSON.stringify(contoso['verifiedDomains']), /"name":"contoso.example"/);
    assert.equal(contoso['city'], null);
  });

  test('is found by its own id alone', async () => {
    const path = `/organization/${CONTOSO}?$select=displayName`;
    const own = await read(path, 'adele@contoso.example');
    assert.deepEqual(Object.keys(own.body), ['@odata.context', 'displayName']);
    assert.equal((await read(path, 'zoe@fabrikam.example')).status, 404);
  });

  test('a personal account has none', async () => {
    assert.equal((await read('/organization', 'robin@outlook.example')).status, 403);
  });
});

describe('/me/people', () => {
  const cloud = newCloud({});
  const ask = (query: string, scopes: string[] = ['People.Read']): Body => {
    const person = cloud.directory.personByUsername('adele@contoso.example');
    assert.ok(person);
    const caller = { person, scopes: new Set(scopes), claims: {} };
    return relevantPeople(cloud, caller, new URLSearchParams(query)) as Body;
  };

  test('lists ten, the manager first, and never oneself', () => {
    const { value, ...rest } = ask('');
    assert.equal(value.length, 10);
    assert.equal(value[0]?.['displayName'], 'Patti Fernandez');
    assert.ok(value.every(({ displayName }) => displayName !== 'Adele Vance'));
    assert.match(String(rest['@odata.nextLink']), /\/me\/people\?%24skip=10$/);
  });

  test('is searched without a header, by name and address', () => {
    const names = (query: string) => ask(query).value.map(({ displayName }) => displayName);
    assert.deepEqual(names('$search=bowen'), ['Megan Bowen']);
    assert.deepEqual(names('$search="megan@contoso"'), ['Megan Bowen']);
  });

  test('needs its permission', () => {
    assert.throws(
      () => ask('', ['User.Read']),
      (error) => error instanceof GraphError && error.status === 403,
    );
  });
});
