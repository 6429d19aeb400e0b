import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { callGraph, tokensFor } from '../test-browser.ts';

describe('the HTTP control', () => {
  let cloud: LocalCloud;
  before(async () => {
    cloud = await startLocalCloud({ port: 0, control: true });
  });
  after(() => cloud.close());

  const send = (method: string, path: string, body?: unknown, headers = {}): Promise<Response> =>
    fetch(`${cloud.url}/control${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  test('is not there unless asked for', async () => {
    const plain = await startLocalCloud({ port: 0 });
    assert.equal((await fetch(`${plain.url}/control/faults`)).status, 404);
    await plain.close();
  });

  test('adds, shows and removes a rule', async () => {
    const { access_token } = await tokensFor(cloud, 'adele@contoso.example');
    const rule = { at: 'graph', fault: { kind: 'graph-error', status: 503, code: 'x' } };
    const added = await send('POST', '/faults', rule);
    assert.equal(added.status, 201);
    const { id } = (await added.json()) as { id: number };
    assert.equal((await callGraph(cloud, '/me', access_token)).status, 503);
    assert.deepEqual(await (await send('GET', '/faults')).json(), {
      faults: [{ id, rule, seen: 1 }],
    });
    assert.equal((await send('DELETE', `/faults/${String(id)}`)).status, 204);
    assert.equal((await callGraph(cloud, '/me', access_token)).status, 200);
  });

  test('uses a fault control for a person, and resets the cloud', async () => {
    const { access_token } = await tokensFor(cloud, 'adele@contoso.example');
    const answer = await send('POST', '/levers/expireAccessTokens', {
      person: 'adele@contoso.example',
    });
    assert.equal(answer.status, 204);
    assert.equal((await callGraph(cloud, '/me', access_token)).status, 401);
    assert.equal((await send('POST', '/reset')).status, 204);
    assert.equal((await callGraph(cloud, '/me', access_token)).status, 200);
  });

  const mistakes: [string, unknown, RegExp][] = [
    ['/faults', { at: 'nowhere', fault: { kind: 'abort' } }, /^at: /],
    ['/faults', { at: 'token', fault: { kind: 'delay', ms: 'x' } }, /^fault\.ms: /],
    ['/faults', { at: 'token', fault: { kind: 'abort' }, tims: 1 }, /^tims: /],
    ['/levers/explode', {}, /^lever: /],
    ['/levers/revokeSessions', { person: 'nobody' }, /Nobody here is called nobody/],
  ];
  for (const [path, body, message] of mistakes) {
    test(`says what is wrong with ${JSON.stringify(body)} at ${path}`, async () => {
      const response = await send('POST', path, body);
      assert.equal(response.status, 400);
      assert.match(((await response.json()) as { error: string }).error, message);
    });
  }

  test('is closed to pages of other origins', async () => {
    for (const headers of [
      { origin: 'http://localhost:3000' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const response = await send('POST', '/reset', {}, headers);
      assert.equal(response.status, 403);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
  });
});
