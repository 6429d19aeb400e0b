import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startLocalCloud } from '../../emulator/index.ts';
import type { LocalCloud } from '../../emulator/index.ts';
import { COMMITTED_CONFIG } from './config-file.ts';
import { GRAPH_APP_ID, PERMISSIONS } from './description.ts';
import { GraphClient } from './graph/graph-client.ts';
import { GraphFailure } from './graph/graph-failure.ts';
import type { Application } from './graph/resources.ts';
import { deviceCodeToken } from './local-sign-in.ts';
import { register } from './register.ts';
import type { RegisterOptions } from './register.ts';
import { readState } from './state.ts';
import { acceptDevice } from './testing/accept-device.ts';

const LOCAL: RegisterOptions = { cloud: 'local' };
const CONTOSO = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
const ROOT = 'http://localhost:3000/';
type Decision = 'apply' | 'widen' | 'consent';

describe('npm run register', () => {
  let cloud: LocalCloud;
  let config: Record<string, unknown>;
  let shown: string[];
  let waited: number[];
  let admin: GraphClient;
  const clientFor = async (username: string) => {
    const token = await deviceCodeToken(
      cloud.url,
      (message) => {
        void acceptDevice(cloud.url, message, username);
      },
      0,
    );
    return new GraphClient({
      origin: cloud.url,
      token: () => Promise.resolve(token),
      wait: (milliseconds) => Promise.resolve(waited.push(milliseconds)),
    });
  };
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
  });
  beforeEach(async () => {
    cloud.reset();
    config = COMMITTED_CONFIG;
    shown = [];
    waited = [];
    admin = await clientFor('megan@contoso.example');
  });
  after(() => cloud.close());

  const run = (
    options: Partial<RegisterOptions> = {},
    yes: readonly Decision[] = ['apply', 'consent'],
    graph = admin,
  ) =>
    register(
      { ...LOCAL, ...options },
      {
        graph,
        config,
        dialog: {
          show: (text) => shown.push(text),
          confirm: (_, about) => Promise.resolve(yes.includes(about)),
        },
        writeConfig: (text) => {
          config = JSON.parse(text) as Record<string, unknown>;
        },
      },
    );
  const state = () => readState(admin, { clientId: String(config['clientId']), name: '' });
  const patch = (application: Application | undefined, body: object) =>
    admin.call('PATCH', `/applications/${application?.id ?? ''}`, { doing: 'update' }, body);
  const writes = () =>
    cloud.log.filter(({ method, path }) => method !== 'GET' && path.startsWith('/v1.0')).length;

  test('creates all of it, writes config.json, and an authorization request then succeeds', async () => {
    await run({ origins: ['https://app.contoso.com/'] });
    const { application, principal, grants } = await state();
    assert.equal(config['clientId'], application?.appId);
    assert.equal(config['tenant'], CONTOSO);
    // Every language signs in at its own folder; the bridge page is one for all.
    const pages = ['', 'de/', 'ja/', 'ar/', 'redirect.html'];
    assert.deepEqual(
      application?.spa.redirectUris,
      [ROOT, 'https://app.contoso.com/'].flatMap((root) => pages.map((page) => root + page)),
    );
    assert.deepEqual(application.identifierUris, [`api://${application.appId}`]);
    assert.equal(grants.length, 2);
    assert.ok(principal);
    const query = new URLSearchParams({
      client_id: application.appId,
      redirect_uri: ROOT,
      response_type: 'code',
      scope: `openid api://${application.appId}/Tasks.Read`,
      code_challenge: 'v'.repeat(43),
      code_challenge_method: 'S256',
    }).toString();
    const page = await fetch(`${cloud.url}/${CONTOSO}/oauth2/v2.0/authorize?${query}`);
    const text = await page.text();
    assert.equal(page.status, 200);
    assert.match(text, /Pick an account|name="username"/);
    assert.doesNotMatch(text, /AADSTS/);
  });

  test('run again, changes nothing', async () => {
    await run();
    const count = writes();
    await run();
    assert.equal(writes(), count);
    assert.match(shown.join('\n'), /is as it should be/);
  });

  test('a dry run shows the plan and does nothing', async () => {
    const count = writes();
    await run({ dryRun: true });
    assert.equal(writes(), count);
    assert.match(shown[0] ?? '', /\+ A registration "Angular Entra ID sample"/);
    assert.equal(config, COMMITTED_CONFIG);
  });

  const withoutMail = {
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP_ID,
        resourceAccess: [{ id: PERMISSIONS[0]?.id, type: 'Scope' }],
      },
    ],
  };
  test('leaves narrow what was narrowed, and widens it when that is said', async () => {
    await run({}, ['apply']);
    await patch((await state()).application, { ...withoutMail, spa: { redirectUris: [ROOT] } });
    await run({}, ['apply']);
    const kept = (await state()).application;
    assert.equal(kept?.requiredResourceAccess[0]?.resourceAccess.length, 1);
    assert.deepEqual(kept.spa.redirectUris, [ROOT]);
    assert.match(shown.at(-2) ?? '', /Kept as narrow/);
    await run({}, ['apply', 'widen']);
    const wide = (await state()).application;
    assert.equal(wide?.requiredResourceAccess[0]?.resourceAccess.length, PERMISSIONS.length);
    assert.equal(wide.spa.redirectUris.length, 5);
  });

  test('consent is asked separately, and of a narrowed registration only what it lists', async () => {
    await run({}, ['apply']);
    assert.equal((await state()).grants.length, 0);
    await patch((await state()).application, withoutMail);
    await run({}, ['consent']);
    const scopes = (await state()).grants.map(({ scope }) => scope).join(' ');
    assert.match(scopes, /User\.Read/);
    assert.doesNotMatch(scopes, /Mail/);
  });

  test('what the command line names is no widening by accident', async () => {
    await run();
    await run({ audience: 'any', origins: ['https://app.contoso.com/portal/'] }, ['apply']);
    const { application } = await state();
    assert.equal(application?.signInAudience, 'AzureADandPersonalMicrosoftAccount');
    assert.ok(
      application.spa.redirectUris.includes('https://app.contoso.com/portal/redirect.html'),
    );
    assert.equal(config['tenant'], 'common');
  });

  test('corrects the platform and the implicit grant', async () => {
    await run();
    await patch((await state()).application, {
      spa: { redirectUris: [] },
      web: {
        redirectUris: [ROOT],
        implicitGrantSettings: { enableIdTokenIssuance: true, enableAccessTokenIssuance: false },
      },
    });
    await run();
    const { application } = await state();
    assert.deepEqual(application?.spa.redirectUris, [ROOT]);
    assert.deepEqual(application.web.redirectUris, []);
    assert.equal(application.web.implicitGrantSettings.enableIdTokenIssuance, false);
  });

  for (const path of ['/applications/', '/servicePrincipals$', '/oauth2PermissionGrants$']) {
    test(`interrupted at ${path}, the next run goes on from there`, async () => {
      const remove = cloud.faults.add({
        at: 'graph',
        path,
        fault: { kind: 'graph-error', status: 500, code: 'InternalServerError' },
      });
      await assert.rejects(run(), /goes on from where it was/);
      remove();
      await run();
      const { application, principal, grants } = await state();
      assert.equal(application?.identifierUris.length, 1);
      assert.ok(principal);
      assert.equal(grants.length, 2);
      const all = await admin.list<Application>('/applications');
      assert.equal(
        all.filter(({ displayName }) => displayName === application.displayName).length,
        2,
      );
    });
  }

  test('throttled, waits as long as Graph asks', async () => {
    cloud.faults.add({
      at: 'graph',
      path: '/applications$',
      times: 2,
      fault: { kind: 'graph-error', status: 429, code: 'TooManyRequests', retryAfter: 7 },
    });
    await run();
    assert.deepEqual(waited, [7000, 7000]);
    assert.ok((await state()).application);
  });

  test('asks again for what Graph has not heard of yet', async () => {
    cloud.faults.add({
      at: 'graph',
      path: '/servicePrincipals$',
      times: 1,
      fault: { kind: 'graph-error', status: 400, code: 'NoBackingApplicationObject' },
    });
    await run();
    assert.ok((await state()).principal);
  });

  test('without the right, says which role is needed', async () => {
    const idOf = async (appId: string) => {
      const [one] = await admin.list<{ id: string }>(
        `/servicePrincipals?$filter=appId eq '${appId}'`,
      );
      return one?.id;
    };
    // Whoever has no role may register an app, but not consent for others.
    const grant = {
      clientId: await idOf('22223333-cccc-4444-dddd-5555eeee6666'),
      resourceId: await idOf(GRAPH_APP_ID),
      consentType: 'AllPrincipals',
      scope: 'Application.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All User.Read',
    };
    await admin.call('POST', '/oauth2PermissionGrants', { doing: 'consent' }, grant);
    const adele = await clientFor('adele@contoso.example');
    await assert.rejects(
      run({}, ['apply', 'consent'], adele),
      (error) =>
        error instanceof GraphFailure && error.remedy.includes('Cloud Application Administrator'),
    );
    assert.notEqual(config['clientId'], COMMITTED_CONFIG.clientId, 'config.json is written before');
  });

  test('where the tenant forbids registrations, says where that is set', async () => {
    const denied = {
      kind: 'graph-error',
      status: 403,
      code: 'Authorization_RequestDenied',
    } as const;
    await run({ dryRun: true });
    cloud.faults.add({ at: 'graph', path: '/applications$', fault: denied });
    await assert.rejects(
      admin.call('POST', '/applications', { doing: 'create' }, { displayName: 'A' }),
      /Application Developer.*Users can register applications/,
    );
  });

  test('removes it, and config.json goes back to the local cloud', async () => {
    await run();
    await run({ remove: true });
    assert.equal((await state()).application?.appId, COMMITTED_CONFIG.clientId);
    assert.deepEqual(config, COMMITTED_CONFIG);
    await run({ remove: true });
    assert.match(shown.at(-1) ?? '', /no such registration/);
  });
});
