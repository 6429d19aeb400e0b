import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import type { AnySchema } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { createRequire } from 'node:module';
import { APP, CONTOSO, TestBrowser, callGraph, tokensFor } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const SCOPE = [
  'Application.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All',
  'Policy.ReadWrite.Authorization User.Read',
].join(' ');
const ADMINISTRATOR = 'megan@contoso.example';
const GRAPH_APP = '00000003-0000-0000-c000-000000000000';
const SCOPE_ID = 'aaaaaaaa-1111-4111-8111-111111111111';

interface Body {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly appId: string;
  readonly value: readonly Body[];
  readonly error: { readonly code: string };
}

describe("Graph's management side", () => {
  const cloud = testCloud({ seed: { permissions: [] } });
  const as = async (username: string) => {
    const { access_token } = await tokensFor(cloud, username, { scope: SCOPE });
    return async (method: string, path: string, body?: object) => {
      const response = await callGraph(cloud, path, access_token, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text ? JSON.parse(text) : {}) as Body };
    };
  };
  /** Somebody without a role, whose app may manage since an administrator allowed it for all. */
  const asAdele = async () => {
    const ask = await as(ADMINISTRATOR);
    const { body } = await ask('GET', '/servicePrincipals');
    const idOf = (appId: string) => body.value.find((one) => one.appId === appId)?.id;
    await ask('POST', '/oauth2PermissionGrants', {
      clientId: idOf('00001111-aaaa-2222-bbbb-3333cccc4444'),
      consentType: 'AllPrincipals',
      resourceId: idOf(GRAPH_APP),
      scope: SCOPE,
    });
    return { ask, adele: await as('adele@contoso.example') };
  };
  const spa = { displayName: 'New', spa: { redirectUris: [`${APP}/`] } };

  test('an application created there is one that can sign in', async () => {
    const ask = await as(ADMINISTRATOR);
    const { status, body } = await ask('POST', '/applications', spa);
    assert.equal(status, 201);
    const browser = new TestBrowser(cloud);
    const request = { client_id: body.appId };
    const { result } = await browser.signIn('adele@contoso.example', request, CONTOSO);
    assert.ok(result.get('code'));
    await ask('DELETE', `/applications/${body.id}`);
    assert.match((await browser.authorize(request, CONTOSO)).text, /AADSTS700016/);
  });

  test('the shape is that of Microsoft’s types', async () => {
    const ask = await as(ADMINISTRATOR);
    const path = createRequire(import.meta.url).resolve(
      '@microsoft/microsoft-graph-types/microsoft-graph.d.ts',
    );
    for (const [type, list] of [
      ['Application', '/applications'],
      ['ServicePrincipal', '/servicePrincipals'],
      ['OAuth2PermissionGrant', '/oauth2PermissionGrants'],
    ] as const) {
      const options = { path, type, skipTypeCheck: true, additionalProperties: true };
      const schema = createGenerator(options).createSchema(type);
      const judge = new Ajv({ strict: false }).compile(schema as AnySchema);
      const { value } = (await ask('GET', list)).body;
      assert.ok(value.length > 0, list);
      for (const item of value) {
        assert.ok(judge(item), `${list} ${JSON.stringify(judge.errors)}`);
      }
    }
  });

  test('what an application exposes can be asked for, and is asked of nobody once granted', async () => {
    const ask = await as(ADMINISTRATOR);
    const api = {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: SCOPE_ID, value: 'Tasks.Read' }],
    };
    const { body: app } = await ask('POST', '/applications', { ...spa, api });
    await ask('PATCH', `/applications/${app.id}`, { identifierUris: [`api://${app.appId}`] });
    const { body: principal } = await ask('POST', '/servicePrincipals', { appId: app.appId });
    const grant = {
      clientId: principal.id,
      consentType: 'AllPrincipals',
      resourceId: principal.id,
      scope: 'Tasks.Read',
    };
    assert.equal((await ask('POST', '/oauth2PermissionGrants', grant)).status, 201);
    assert.equal((await ask('POST', '/oauth2PermissionGrants', grant)).status, 409);
    const browser = new TestBrowser(cloud);
    const request = { client_id: app.appId, scope: `api://${app.appId}/Tasks.Read` };
    const page = await browser.authorize(request, CONTOSO);
    const { result } = await browser.submit(page, { username: 'adele@contoso.example' });
    assert.ok(result.get('code'), 'without a consent page');
  });

  test('a grant is changed and taken back', async () => {
    const ask = await as(ADMINISTRATOR);
    const list = () => ask('GET', '/oauth2PermissionGrants');
    const [grant] = (await list()).body.value;
    await ask('PATCH', `/oauth2PermissionGrants/${grant?.id ?? ''}`, { scope: 'User.Read' });
    assert.deepEqual((await list()).body.value[0]?.['scope'], 'User.Read');
    await ask('DELETE', `/oauth2PermissionGrants/${grant?.id ?? ''}`);
    assert.equal((await list()).body.value.length, 0);
  });

  const refused: [string, object, string][] = [
    ['a misspelt property', { ...spa, redirectUri: 'x' }, 'Request_BadRequest'],
    ['plain http', { ...spa, spa: { redirectUris: ['http://a.example/'] } }, 'Request_BadRequest'],
    [
      'one URI under two platforms',
      { ...spa, web: { redirectUris: [`${APP}/`] } },
      'Request_BadRequest',
    ],
    [
      'version 1 tokens for personal accounts',
      { ...spa, signInAudience: 'PersonalMicrosoftAccount' },
      'Request_BadRequest',
    ],
    [
      'an application ID URI of another app',
      { ...spa, identifierUris: ['api://taken'] },
      'Request_MultipleObjectsWithSameKeyValue',
    ],
  ];
  for (const [what, body, code] of refused) {
    test(`refuses ${what}`, async () => {
      const ask = await as(ADMINISTRATOR);
      await ask('POST', '/applications', { displayName: 'A', identifierUris: ['api://taken'] });
      const answer = await ask('POST', '/applications', body);
      assert.deepEqual([answer.status, answer.body.error.code], [400, code]);
    });
  }

  test('a role is disabled before it is deleted', async () => {
    const ask = await as(ADMINISTRATOR);
    const role = {
      id: SCOPE_ID,
      value: 'Admin',
      displayName: 'Admin',
      description: 'All',
      allowedMemberTypes: ['User'],
    };
    const { body } = await ask('POST', '/applications', { ...spa, appRoles: [role] });
    const patch = (appRoles: object[]) => ask('PATCH', `/applications/${body.id}`, { appRoles });
    const { status, body: refusal } = await patch([]);
    assert.deepEqual([status, refusal.error.code], [400, 'CannotDeleteOrUpdateEnabledEntitlement']);
    assert.equal((await patch([{ ...role, isEnabled: false }])).status, 204);
    assert.equal((await patch([])).status, 204);
  });

  test('anybody may register and change their own, until the tenant says no', async () => {
    const { ask, adele } = await asAdele();
    const own = await adele('POST', '/applications', spa);
    assert.equal(own.status, 201);
    const path = `/applications/${own.body.id}`;
    assert.equal((await adele('PATCH', path, { displayName: 'Newer' })).status, 204);
    const [seeded] = (await ask('GET', '/applications')).body.value;
    const foreign = await adele('PATCH', `/applications/${seeded?.id ?? ''}`, {});
    assert.equal(foreign.body.error.code, 'Authorization_RequestDenied');
    const policy = { defaultUserRolePermissions: { allowedToCreateApps: false } };
    assert.equal((await adele('PATCH', '/policies/authorizationPolicy', policy)).status, 403);
    assert.equal((await ask('PATCH', '/policies/authorizationPolicy', policy)).status, 204);
    assert.equal((await adele('POST', '/applications', spa)).status, 403);
    assert.equal((await ask('POST', '/applications', spa)).status, 201);
    const read = await ask('GET', '/policies/authorizationPolicy');
    assert.deepEqual(read.body['defaultUserRolePermissions'], { allowedToCreateApps: false });
  });

  test('other tenants see nothing of it, and a token without the permission neither', async () => {
    const ask = await as(ADMINISTRATOR);
    const { body } = await ask('POST', '/applications', spa);
    const { access_token } = await tokensFor(cloud, 'adele@contoso.example', {});
    assert.equal((await callGraph(cloud, '/applications', access_token)).status, 403);
    const fabrikam = await as('oscar@fabrikam.example');
    assert.equal((await fabrikam('GET', `/applications/${body.id}`)).status, 404);
  });

  test('an app of personal accounts alone is refused elsewhere (9002331)', async () => {
    const ask = await as(ADMINISTRATOR);
    const { body } = await ask('POST', '/applications', {
      ...spa,
      signInAudience: 'PersonalMicrosoftAccount',
      api: { requestedAccessTokenVersion: 2 },
    });
    const browser = new TestBrowser(cloud);
    const page = await browser.authorize({ client_id: body.appId }, 'common');
    assert.match(page.text, /AADSTS9002331/);
    const { result } = await browser.signIn(
      'robin@outlook.example',
      { client_id: body.appId },
      'consumers',
    );
    assert.ok(result.get('code'));
  });
});
