import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import {
  TestBrowser,
  callGraph,
  redeemCode,
  redeemRefreshToken,
  tokensFor,
} from '../../test-browser.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Record<string, unknown>[];
  readonly error: { readonly code: string; readonly message: string };
}

const EVERYTHING =
  'openid User.Read User.ReadWrite User.Read.All Directory.Read.All Presence.Read.All';

describe('people and groups in Graph', () => {
  let cloud: LocalCloud;
  const bearer: Record<string, string> = {};
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    const admin = new TestBrowser(cloud);
    const page = await admin.submit(await admin.authorize({ scope: EVERYTHING }), {
      username: 'megan@contoso.example',
    });
    const { result } = await admin.submit(page, { decision: 'accept', organization: 'yes' });
    bearer['megan'] = (await redeemCode(cloud, result.get('code'))).body.access_token;
    for (const name of ['adele', 'patti']) {
      const signedIn = await new TestBrowser(cloud).signIn(`${name}@contoso.example`, {
        scope: EVERYTHING,
      });
      bearer[name] = (await redeemCode(cloud, signedIn.result.get('code'))).body.access_token;
    }
    const other = await new TestBrowser(cloud).signIn('zoe@fabrikam.example', {
      scope: 'User.Read User.ReadBasic.All',
    });
    bearer['zoe'] = (await redeemCode(cloud, other.result.get('code'))).body.access_token;
  });
  after(() => cloud.close());

  const read = async (path: string, who = 'adele', init: RequestInit = {}) => {
    const response = await callGraph(cloud, path, bearer[who], init);
    return { status: response.status, body: (await response.json()) as Body };
  };
  const eventual = { headers: { ConsistencyLevel: 'eventual' } };

  test('/users pages with an opaque absolute nextLink that reaches everyone once', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = '/users?$top=20&$select=id,displayName';
    let pages = 0;
    while (path !== undefined) {
      const { body } = await read(path);
      seen.push(...body.value.map(({ id }) => id));
      pages += 1;
      const next = body['@odata.nextLink'];
      assert.ok(next === undefined || next.startsWith(`${cloud.url}/v1.0/users?`));
      path = next === undefined ? undefined : next.slice(`${cloud.url}/v1.0`.length);
    }
    assert.equal(pages, 3);
    assert.equal(new Set(seen).size, seen.length);
    assert.ok(seen.length >= 40);
  });

  test('/users shows the own organization only, with default or selected properties', async () => {
    const { body } = await read('/users?$select=userPrincipalName', 'zoe');
    assert.ok(
      body.value.every((user) => String(user['userPrincipalName']).endsWith('@fabrikam.example')),
    );
    assert.deepEqual(Object.keys(body.value[0] ?? {}), ['userPrincipalName']);
  });

  const filters: [string, number][] = [
    ["startswith(displayName,'Adele')", 1],
    ["userPrincipalName eq 'adele@contoso.example'", 1],
    ["givenName eq 'Adele' and surname eq 'Bowen'", 0],
    ["startswith(surname,'Bo') and jobTitle eq 'IT Administrator'", 1],
    ["mail in ('adele@contoso.example','lee@contoso.example')", 2],
    ["givenName eq 'Adele' or (surname eq 'Bowen' and not(jobTitle eq 'x'))", 2],
  ];
  for (const [filter, count] of filters) {
    test(`$filter=${filter}`, async () => {
      const query = `/users?$count=true&$filter=${encodeURIComponent(filter)}`;
      const { status, body } = await read(query, 'adele', eventual);
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(body['@odata.count'], count);
      assert.equal(body.value.length, count);
    });
  }

  for (const query of [
    '$search="displayName:ade"',
    '$count=true',
    "$filter=department ne 'Legal'",
  ]) {
    test(`${query} needs ConsistencyLevel: eventual`, async () => {
      const refused = await read(`/users?${query}`);
      assert.equal(refused.status, 400);
      assert.equal(refused.body.error.code, 'Request_UnsupportedQuery');
      const { status, body } = await read(`/users?${query}`, 'adele', eventual);
      assert.equal(status, 200);
      assert.ok(body.value.length > 0);
    });
  }

  test('$orderby sorts, and a filter that cannot be read is a 400', async () => {
    const { body } = await read('/users?$orderby=displayName desc&$top=3');
    const names = body.value.map(({ displayName }) => String(displayName).toLowerCase());
    assert.deepEqual(names, names.toSorted().reverse());
    for (const filter of ["displayName lk 'x'", "displayName eq 'x", 'displayName eq', ')(']) {
      const { status, body: refused } = await read(`/users?$filter=${encodeURIComponent(filter)}`);
      assert.equal(status, 400, filter);
      assert.match(refused.error.message, /Invalid filter clause/);
    }
    assert.equal((await read('/users?$top=1000')).status, 400);
  });

  test('/users/{id} finds by id and by user name, and nobody of another organization', async () => {
    const { body } = await read('/users/megan@contoso.example');
    assert.equal(body['displayName'], 'Megan Bowen');
    assert.equal((await read(`/users/${String(body['id'])}`)).body['id'], body['id']);
    const stranger = await read('/users/oscar@fabrikam.example');
    assert.equal(stranger.status, 404);
    assert.equal(stranger.body.error.code, 'Request_ResourceNotFound');
    const photo = await callGraph(
      cloud,
      '/users/megan@contoso.example/photo/$value',
      bearer['adele'],
    );
    assert.equal(photo.headers.get('content-type'), 'image/jpeg');
  });

  test('/me/manager is a directory object, and a 404 at the top of the tree', async () => {
    const { body } = await read('/me/manager');
    assert.equal(body['@odata.type'], '#microsoft.graph.user');
    assert.equal(body['displayName'], 'Patti Fernandez');
    const top = await read('/me/manager', 'patti');
    assert.equal(top.status, 404);
    assert.equal(top.body.error.code, 'Request_ResourceNotFound');
  });

  test('/me/directReports lists who reports to the person', async () => {
    const { body } = await read('/me/directReports?$select=displayName', 'patti');
    assert.ok(body.value.length >= 6);
    assert.deepEqual(Object.keys(body.value[0] ?? {}), ['@odata.type', 'displayName']);
    assert.deepEqual((await read('/me/directReports')).body.value, []);
  });

  test('/me/memberOf pages by $skiptoken; transitiveMemberOf knows the groups around', async () => {
    const { body } = await read('/me/memberOf', 'megan');
    assert.equal(body.value.length, 100);
    assert.match(String(body['@odata.nextLink']), /\/v1\.0\/me\/memberOf\?%24skiptoken=/);
    const direct = await read('/me/memberOf');
    const all = await read('/me/transitiveMemberOf');
    assert.deepEqual(
      direct.body.value.map(({ displayName }) => displayName),
      ['Retail'],
    );
    assert.deepEqual(
      all.body.value.map(({ displayName }) => displayName),
      ['Retail', 'All Company'],
    );
  });

  test('a cast shows one type alone: groups or directory roles', async () => {
    const roles = await read('/me/memberOf/microsoft.graph.directoryRole', 'megan');
    assert.deepEqual(
      roles.body.value.map(({ displayName }) => displayName),
      ['Global Administrator'],
    );
    assert.deepEqual((await read('/me/memberOf/microsoft.graph.directoryRole')).body.value, []);
    const groups = await read('/me/transitiveMemberOf/microsoft.graph.group?$select=displayName');
    assert.deepEqual(groups.body.value[0], {
      id: groups.body.value[0]?.['id'],
      displayName: 'Retail',
    });
    const { status, body } = await read('/me/memberOf/microsoft.graph.shoe');
    assert.equal(status, 400);
    assert.match(body.error.message, /segment 'microsoft.graph.shoe'/);
  });

  test('memberships are counted, searched and filtered with ConsistencyLevel: eventual', async () => {
    const all = await read('/me/memberOf?$count=true&$top=5', 'megan', eventual);
    assert.equal(all.body.value.length, 5);
    const total = Number(all.body['@odata.count']);
    assert.ok(total > 230);
    const found = await read('/me/memberOf?$search="displayName:Project 00"', 'megan', eventual);
    assert.equal(found.body.value.length, 9);
    const filter = "$count=true&$filter=displayName eq 'Project 001'";
    const path = `/me/memberOf/microsoft.graph.group?${filter}`;
    assert.equal((await read(path, 'megan', eventual)).body['@odata.count'], 1);
    const init = eventual;
    const count = await callGraph(cloud, '/me/memberOf/$count', bearer['megan'], init);
    assert.equal(await count.text(), String(total));
  });

  test('$expand brings the manager, of one and of each in a list', async () => {
    const { body } = await read('/me?$select=id&$expand=manager($select=displayName)');
    assert.deepEqual(body['manager'], {
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Patti Fernandez',
    });
    assert.match(String(body['@odata.context']), /#users\(id,manager\(displayName\)\)\/\$entity$/);
    const list = await read('/users?$select=displayName&$expand=manager&$top=2');
    const [adele, patti] = list.body.value;
    assert.match(JSON.stringify(adele?.['manager']), /Patti Fernandez/);
    assert.deepEqual(Object.keys(patti ?? {}), ['displayName']);
  });

  test('$levels=max follows the managers to the top, in an advanced query', async () => {
    const path = '/users/layla@contoso.example?$expand=manager($levels=max;$select=givenName)';
    assert.equal((await read(path)).status, 400);
    const { body } = await read(`${path}&$count=true`, 'adele', eventual);
    const haruka = body['manager'] as Record<string, unknown>;
    assert.equal(haruka['givenName'], '春香');
    assert.match(JSON.stringify(haruka['manager']), /"givenName":"Patti"\}$/);
  });

  test('without permission to read groups there are ids and no names', async () => {
    const plain = await startLocalCloud({ port: 0 });
    const { access_token } = await tokensFor(plain, 'adele@contoso.example');
    const response = await callGraph(plain, '/me/memberOf', access_token);
    const { value } = (await response.json()) as Body;
    await plain.close();
    assert.match(String(value[0]?.['id']), /^[0-9a-f-]{36}$/);
    assert.equal(value[0]?.['displayName'], null);
  });

  test('a permission of the wrong kind is a 403 in the directory’s words', async () => {
    const { status, body } = await read('/me/manager', 'zoe');
    assert.equal(status, 403);
    assert.equal(body.error.code, 'Authorization_RequestDenied');
  });

  test('listing colleagues without permission is a 403', async () => {
    const { access_token } = await tokensFor(cloud, 'robin@outlook.example');
    for (const path of ['/users', '/users/sasha@outlook.example', '/me/presence']) {
      const response = await callGraph(cloud, path, access_token);
      assert.equal(response.status, 403, path);
      assert.match(await response.text(), /"Authorization_RequestDenied"/);
    }
  });

  test('presence says who is available', async () => {
    const { body } = await read('/users/megan@contoso.example/presence');
    assert.match(String(body['availability']), /^(Available|Busy|Away|DoNotDisturb|Offline)$/);
  });

  test('revokeSignInSessions ends refresh tokens (50173) and challenges revocable tokens', async () => {
    const plain = await startLocalCloud({ port: 0 });
    const claims = '{"access_token":{"xms_cc":{"values":["CP1"]}}}';
    const scope = 'User.ReadWrite offline_access';
    const tokens = await tokensFor(plain, 'adele@contoso.example', { claims, scope });
    const init = { method: 'POST' };
    const revoked = await callGraph(plain, '/me/revokeSignInSessions', tokens.access_token, init);
    assert.equal(((await revoked.json()) as Body).value, true);
    const challenged = await callGraph(plain, '/me', tokens.access_token);
    assert.match(challenged.headers.get('www-authenticate') ?? '', /error="insufficient_claims"/);
    const { body } = await redeemRefreshToken(plain, tokens.refresh_token);
    await plain.close();
    assert.deepEqual(body.error_codes, [50173]);
  });
});
