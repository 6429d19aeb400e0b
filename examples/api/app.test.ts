import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../emulator/index.ts';
import type { LocalCloud } from '../../emulator/index.ts';
import { APP, CLIENT, CONTOSO, FABRIKAM, tokensFor } from '../../emulator/test-browser.ts';
import { startTasksApi } from './server.ts';
import type { TasksApi } from './server.ts';

const SCOPE = 'api://tasks.contoso.example';
const ADELE = 'adele@contoso.example';
const MEGAN = 'megan@contoso.example';
const CAPABLE = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });

interface Answer {
  readonly status: number;
  readonly challenge: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { value?: { id: string; title: string }[]; id?: string };
}

/** The API as it runs, given tokens of the local cloud. */
describe('the tasks API', () => {
  let cloud: LocalCloud;
  let api: TasksApi;
  let now = Date.now();
  before(async () => {
    cloud = await startLocalCloud({ port: 0, clock: () => now });
    api = await startTasksApi(
      {
        login: cloud.url,
        audience: '66667777-aaaa-8888-bbbb-9999cccc0000',
        tenants: [CONTOSO, FABRIKAM],
        apps: [CLIENT],
        origins: [APP],
      },
      { port: 0, clock: () => now },
    );
  });
  after(async () => {
    await api.close();
    await cloud.close();
  });

  const tokenFor = async (username: string, permission = 'Tasks.ReadWrite', claims?: string) =>
    (await tokensFor(cloud, username, { scope: `openid ${SCOPE}/${permission}`, claims }))
      .access_token;
  async function call(
    token: string | undefined,
    method = 'GET',
    path = '/tasks',
    body?: unknown,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Promise<Answer> {
    const response = await fetch(`${api.url}${path}`, {
      method,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      challenge: response.headers.get('www-authenticate') ?? '',
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
    };
  }

  test('lists, adds, finishes and deletes, for one person', async () => {
    const token = await tokenFor(ADELE);
    const added = await call(token, 'POST', '/tasks', { title: '  Order chairs ' });
    const path = added.headers.get('location') ?? '';

    assert.equal(added.status, 201);
    assert.equal(added.body['title'], 'Order chairs');
    assert.equal((await call(token, 'PATCH', path, { isDone: true })).body['isDone'], true);
    assert.equal((await call(token)).body.value?.length, 1);

    // Nobody else has a way to it, in this tenant or another.
    for (const other of [MEGAN, 'oscar@fabrikam.example']) {
      const theirs = await tokenFor(other);
      assert.deepEqual((await call(theirs)).body.value, []);
      assert.equal((await call(theirs, 'DELETE', path)).status, 404);
    }

    assert.equal((await call(token, 'DELETE', path)).status, 204);
    assert.equal((await call(token, 'PATCH', path, { isDone: true })).status, 404);
  });

  test('asks for a token, and says nothing of an error when there is none', async () => {
    const { status, challenge, body, headers } = await call(undefined);

    assert.equal(status, 401);
    assert.equal(challenge, 'Bearer realm="tasks"');
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.deepEqual(Object.keys(body), ['type', 'title', 'status', 'detail']);
  });

  test('refuses what is no bearer token, a token for Graph, and an ID token', async () => {
    const tokens = await tokensFor(cloud, ADELE, { scope: 'openid User.Read' });
    for (const token of ['x y', 'x.y.z', tokens.access_token, tokens.id_token]) {
      const { status, challenge } = await call(token);
      assert.equal(status, 401);
      assert.match(challenge, /error="invalid_token"/);
    }
  });

  test('lets a token without the permission read and nothing more, and names the one missing', async () => {
    const token = await tokenFor('patti@contoso.example', 'Tasks.Read');

    assert.equal((await call(token)).status, 200);
    for (const [method, path] of [
      ['POST', '/tasks'],
      ['PATCH', '/tasks/1'],
      ['DELETE', '/tasks/1'],
      ['POST', '/revocations'],
    ] as const) {
      const { status, challenge } = await call(token, method, path, { title: 'x' });
      assert.equal(status, 403);
      assert.match(challenge, /error="insufficient_scope", scope="Tasks.ReadWrite"/);
    }
  });

  test('refuses bodies that are no task, and says which field', async () => {
    const token = await tokenFor(ADELE);
    const add = async (body: unknown, type = 'application/json') =>
      call(token, 'POST', '/tasks', body, { 'content-type': type });

    for (const body of [{}, { title: ' ' }, { title: 'x'.repeat(201) }, { title: 1 }, '{', '[]'])
      assert.equal((await add(body)).status, 400);
    const extra = await add({ title: 'x', id: '1' });
    assert.match(String(extra.body['detail']), /^id: /);
    assert.equal((await add({ title: 'x' }, 'text/plain')).status, 415);
    assert.equal((await add({ title: 'x'.repeat(20_000) })).status, 413);
    assert.equal((await call(token, 'PATCH', '/tasks/1', {})).status, 400);
    assert.equal((await call(token, 'GET', '/nothing')).status, 404);
  });

  test('answers the app’s origin alone, and lets it read the challenge', async () => {
    const preflight = async (origin: string) =>
      (
        await call(undefined, 'OPTIONS', '/tasks', undefined, {
          origin,
          'access-control-request-method': 'PATCH',
        })
      ).headers;
    const app = await preflight(APP);

    assert.equal(app.get('access-control-allow-origin'), APP);
    assert.match(app.get('access-control-allow-headers') ?? '', /authorization/i);
    assert.equal(app.get('access-control-allow-credentials'), null);
    for (const other of ['http://localhost:3001', `${APP}.evil.example`, 'null']) {
      assert.equal((await preflight(other)).get('access-control-allow-origin'), null);
    }
    const refused = await call(undefined, 'GET', '/tasks', undefined, { origin: APP });
    assert.equal(refused.headers.get('access-control-allow-origin'), APP);
    assert.match(refused.headers.get('access-control-expose-headers') ?? '', /WWW-Authenticate/);
  });

  test('an administrator revokes sessions of the own tenant; a new token is let in again', async () => {
    const [adele, old] = [await tokenFor(ADELE, 'Tasks.Read', CAPABLE), await tokenFor(ADELE)];
    const oid = String(
      (
        JSON.parse(Buffer.from(adele.split('.')[1] ?? '', 'base64url').toString()) as Answer['body']
      )['oid'],
    );
    assert.equal((await call(old, 'POST', '/revocations', { oid })).status, 403);
    now += 1_000;
    const megan = await tokenFor(MEGAN);
    assert.equal((await call(megan, 'POST', '/revocations', { oid })).status, 204);

    const { status, challenge } = await call(adele);
    assert.equal(status, 401);
    assert.match(challenge, /error="insufficient_claims"/);
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
    const wanted = JSON.parse(Buffer.from(claims, 'base64').toString()) as unknown;
    const value = String(Math.ceil(now / 1000) - 300);
    assert.deepEqual(wanted, { access_token: { nbf: { essential: true, value } } });

    // An app that would not understand the challenge gets a plain refusal.
    assert.match((await call(old)).challenge, /error="invalid_token"/);
    assert.equal((await call(megan)).status, 200);
    now += 1_000;
    assert.equal((await call(await tokenFor(ADELE))).status, 200);
  });

  test('takes tokens of before and after a key rollover', async () => {
    const old = await tokenFor(ADELE);
    cloud.faults.rotateKeys();

    assert.equal((await call(await tokenFor(ADELE))).status, 200);
    assert.equal((await call(old)).status, 200);
  });
});
