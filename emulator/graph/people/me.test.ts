import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import { callGraph, tokensFor } from '../../test-browser.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly innerError: object };
}

describe('GET /v1.0/me', () => {
  let cloud: LocalCloud;
  let token = '';
  let now = Date.now();
  before(async () => {
    cloud = await startLocalCloud({ port: 0, clock: () => now });
    token = (await tokensFor(cloud, 'adele@contoso.example')).access_token;
  });
  after(() => cloud.close());

  const read = async (path: string, bearer: string | undefined = token) => {
    const response = await callGraph(cloud, path, bearer);
    return { response, body: (await response.json()) as Body };
  };

  test("answers the person's default properties and no others", async () => {
    const { response, body } = await read('/me');
    assert.equal(response.status, 200);
    assert.deepEqual(Object.keys(body), [
      '@odata.context',
      ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone'],
      ...['officeLocation', 'preferredLanguage', 'surname', 'userPrincipalName', 'id'],
    ]);
    assert.equal(body['@odata.context'], `${cloud.url}/v1.0/$metadata#users/$entity`);
    assert.equal(body['displayName'], 'Adele Vance');
    assert.match(response.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
  });

  test('$select answers the selected properties only, id not among them', async () => {
    const { body } = await read('/me?$select=displayName,department');
    assert.deepEqual(body, {
      '@odata.context': `${cloud.url}/v1.0/$metadata#users(displayName,department)/$entity`,
      displayName: 'Adele Vance',
      department: 'Retail',
    });
  });

  const FULL = [
    ...['department', 'companyName', 'officeLocation', 'streetAddress', 'postalCode', 'city'],
    ...['state', 'country', 'businessPhones', 'mobilePhone', 'preferredLanguage', 'employeeId'],
    ...['employeeHireDate', 'userType', 'accountEnabled', 'createdDateTime', 'otherMails'],
    'proxyAddresses',
  ];

  test('$select answers a whole profile', async () => {
    const { body } = await read(`/me?$select=${FULL.join()}`);
    assert.deepEqual(body, {
      '@odata.context': `${cloud.url}/v1.0/$metadata#users(${FULL.join()})/$entity`,
      department: 'Retail',
      companyName: 'Contoso',
      officeLocation: '18/2111',
      streetAddress: '110 110th Avenue NE',
      postalCode: '98004',
      city: 'Bellevue',
      state: 'WA',
      country: 'United States',
      businessPhones: ['+1 425 555 0100'],
      mobilePhone: '+1 425 555 0109',
      preferredLanguage: 'en-US',
      employeeId: '2111',
      employeeHireDate: '2019-09-02T00:00:00Z',
      userType: 'Member',
      accountEnabled: true,
      createdDateTime: '2024-03-04T09:00:00Z',
      otherMails: ['adele.vance@outlook.example'],
      proxyAddresses: ['SMTP:adele@contoso.example'],
    });
  });

  test('of somebody of whom little is known, lists are empty and the rest is null', async () => {
    const zoe = await tokensFor(cloud, 'zoe@fabrikam.example');
    const { body } = await read(`/me?$select=${FULL.join()}`, zoe.access_token);
    assert.deepEqual(
      [body['otherMails'], body['businessPhones'], body['employeeHireDate'], body['postalCode']],
      [[], [], null, null],
    );
    const sasha = await tokensFor(cloud, 'sasha@outlook.example');
    const personal = await read('/me?$select=proxyAddresses', sasha.access_token);
    assert.deepEqual(personal.body['proxyAddresses'], []);
  });

  test('$select of a property that does not exist is a 400 that names it', async () => {
    const { response, body } = await read('/me?$select=shoeSize');
    assert.equal(response.status, 400);
    assert.equal(body.error.code, 'BadRequest');
    assert.match(body.error.message, /property named 'shoeSize' on type 'microsoft\.graph\.user'/);
  });

  test('without a token: 401 with the code, the challenge and the ids of the real API', async () => {
    const response = await fetch(`${cloud.url}/v1.0/me`, {
      headers: { 'client-request-id': '11111111-2222-3333-4444-555555555555' },
    });
    const body = (await response.json()) as Body;
    assert.equal(response.status, 401);
    assert.equal(body.error.code, 'InvalidAuthenticationToken');
    assert.equal(body.error.message, 'Access token is empty.');
    assert.deepEqual(Object.keys(body.error.innerError), [
      'date',
      'request-id',
      'client-request-id',
    ]);
    assert.match(JSON.stringify(body.error.innerError), /11111111-2222-3333-4444-555555555555/);
    assert.match(
      response.headers.get('www-authenticate') ?? '',
      /^Bearer realm="", authorization_uri="/,
    );
  });

  test('an ID token, a changed token and a token of another cloud are refused', async () => {
    const { id_token } = await tokensFor(cloud, 'adele@contoso.example');
    const wrongAudience = await read('/me', id_token);
    assert.equal(wrongAudience.response.status, 401);
    assert.match(wrongAudience.body.error.message, /Invalid audience/);
    const [header, payload, signature] = token.split('.');
    const forged = Buffer.from(payload ?? '', 'base64url')
      .toString()
      .replace('User.Read', 'User.Write');
    const changed = [header, Buffer.from(forged).toString('base64url'), signature].join('.');
    assert.match((await read('/me', changed)).body.error.message, /Invalid signature/);
    const other = await startLocalCloud({ port: 0 });
    const foreign = (await tokensFor(other, 'adele@contoso.example')).access_token;
    await other.close();
    assert.match((await read('/me', foreign)).body.error.message, /Signing key is invalid/);
    assert.equal((await read('/me', 'nonsense')).response.status, 401);
  });

  test('a token signed by nobody (alg none) is refused', async () => {
    const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const { response } = await read('/me', `${header}.${token.split('.')[1] ?? ''}.`);
    assert.equal(response.status, 401);
  });

  test('a token without the permission is a 403 in the directory’s words', async () => {
    const mail = await tokensFor(cloud, 'lee@contoso.example', { scope: 'Mail.Read' });
    const { response, body } = await read('/me', mail.access_token);
    assert.equal(response.status, 403);
    assert.equal(body.error.code, 'Authorization_RequestDenied');
  });

  test('an expired token is refused', async () => {
    const { access_token } = await tokensFor(cloud, 'adele@contoso.example');
    now += 3_601_000;
    const { response, body } = await read('/me', access_token);
    assert.equal(response.status, 401);
    assert.match(body.error.message, /the token is expired/);
  });

  test('a preflight is answered without a token and exposes what clients read', async () => {
    const response = await callGraph(cloud, '/me', undefined, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'authorization,x-custom' },
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-headers'), 'authorization,x-custom');
    const exposed = response.headers.get('access-control-expose-headers') ?? '';
    for (const name of [
      'ETag',
      'request-id',
      'client-request-id',
      'WWW-Authenticate',
      'Retry-After',
    ]) {
      assert.ok(exposed.includes(name), name);
    }
  });

  test('an address Graph does not have is a 400 that names the segment', async () => {
    const { access_token } = await tokensFor(cloud, 'adele@contoso.example');
    const { response, body } = await read('/nowhere', access_token);
    assert.equal(response.status, 400);
    assert.equal(body.error.message, "Resource not found for the segment 'nowhere'.");
  });
});
