import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import { callGraph, tokensFor } from '../../test-browser.ts';

interface Body {
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Record<string, unknown>[];
}

describe('/me/people', () => {
  let cloud: LocalCloud;
  let token = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    const scope = 'User.Read People.Read';
    token = (await tokensFor(cloud, 'adele@contoso.example', { scope })).access_token;
  });
  after(() => cloud.close());

  const list = async (query = ''): Promise<Body> => {
    const response = await callGraph(cloud, `/me/people${query}`, token);
    assert.equal(response.status, 200);
    return (await response.json()) as Body;
  };

  test('lists ten, the manager first, and never oneself', async () => {
    const { value, ...rest } = await list();
    assert.equal(value.length, 10);
    assert.equal(value[0]?.['displayName'], 'Patti Fernandez');
    assert.ok(value.every(({ displayName }) => displayName !== 'Adele Vance'));
    assert.match(rest['@odata.nextLink'] ?? '', /\/me\/people\?%24skip=10$/);
  });

  test('is searched without a header, by name and address', async () => {
    for (const search of ['bowen', '"megan@contoso"']) {
      const { value } = await list(`?$search=${encodeURIComponent(search)}`);
      assert.deepEqual(
        value.map(({ displayName }) => displayName),
        ['Megan Bowen'],
      );
    }
  });

  test('needs its permission', async () => {
    const { access_token } = await tokensFor(cloud, 'lee@contoso.example');
    assert.equal((await callGraph(cloud, '/me/people', access_token)).status, 403);
  });
});
