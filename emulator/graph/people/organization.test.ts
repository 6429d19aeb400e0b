import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import { CONTOSO, callGraph, tokensFor } from '../../test-browser.ts';

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
