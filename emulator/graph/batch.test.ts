import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { callGraph, tokensFor } from '../test-browser.ts';

interface Answer {
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
}

describe('POST /v1.0/$batch', () => {
  let cloud: LocalCloud;
  let token = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    token = (await tokensFor(cloud, 'adele@contoso.example')).access_token;
  });
  after(() => cloud.close());

  const send = async (requests: unknown): Promise<{ status: number; responses: Answer[] }> => {
    const response = await callGraph(cloud, '/$batch', token, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await response.json()) as { responses: Answer[] };
    return { status: response.status, responses };
  };

  for (const url of ['../control/reset', '/%2e%2e/control/reset', '/../', '/$batch']) {
    test(`refuses ${url}, which is outside what a batch may ask for`, async () => {
      const { responses } = await send([{ id: 'a', method: 'POST', url, body: {} }]);
      assert.equal(responses[0]?.status, 400);
    });
  }

  test('a body on a GET and a header that is none do not fail the cloud', async () => {
    const { responses } = await send([
      { id: 'a', method: 'GET', url: '/me', body: { x: 1 } },
      { id: 'b', method: 'GET', url: '/me', headers: { 'not a name': 'x' } },
    ]);
    assert.deepEqual(
      responses.map(({ status }) => status),
      [200, 400],
    );
  });

  test('answers each request under its id, whatever becomes of the others', async () => {
    const { status, responses } = await send([
      { id: 'a', method: 'GET', url: '/me?$select=displayName' },
      { id: 'b', method: 'GET', url: '/me/messages' },
      { id: 'c', method: 'GET', url: '/me/photos/48x48/$value' },
    ]);
    assert.equal(status, 200);
    const statuses = responses.map(({ id, status: each }) => [id, each]);
    assert.deepEqual(statuses, [
      ['a', 200],
      ['b', 403],
      ['c', 200],
    ]);
    assert.match(JSON.stringify(responses[0]?.body), /"displayName":"Adele Vance"/);
    assert.match(String(responses[2]?.body), /^\/9j\//, 'a JPEG in base64');
  });

  test('a request whose dependency failed is a 424', async () => {
    const { responses } = await send([
      { id: '1', method: 'GET', url: '/nowhere' },
      { id: '2', method: 'GET', url: '/me', dependsOn: ['1'] },
    ]);
    assert.deepEqual(
      responses.map(({ status }) => status),
      [400, 424],
    );
  });

  const twentyOne = Array.from({ length: 21 }, (_, id) => ({
    id: String(id),
    method: 'GET',
    url: '/me',
  }));
  const wrong: [string, unknown][] = [
    ['more than twenty requests', twentyOne],
    ['the same id twice', [twentyOne[0], twentyOne[0]]],
    ['no requests', []],
    ['something else', 'x'],
  ];
  for (const [what, requests] of wrong) {
    test(`refuses ${what}`, async () => {
      assert.equal((await send(requests)).status, 400);
    });
  }
});
