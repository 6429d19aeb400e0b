import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { APP, CLIENT, VERIFIER } from '../test-browser.ts';
import { assertPageOrReply, assertRefused } from './answer-shapes.ts';
import { AUTHORIZE, hostile, corrupted } from './hostile-input.ts';
import { inProcessCloud } from './in-process-cloud.ts';
import type { InProcessCloud } from './in-process-cloud.ts';
import { propertyOptions } from './property-options.ts';

const CODE = {
  client_id: CLIENT,
  grant_type: 'authorization_code',
  code: `1.${'A'.repeat(64)}`,
  redirect_uri: `${APP}/`,
  code_verifier: VERIFIER,
  scope: 'User.Read',
  claims: '{}',
};
const DEVICE = {
  client_id: '22223333-cccc-4444-dddd-5555eeee6666',
  grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  device_code: 'A'.repeat(64),
};
const REFRESH = {
  client_id: CLIENT,
  grant_type: 'refresh_token',
  refresh_token: '1.eyJ.e.e.e.e',
  scope: 'User.Read',
  claims: '{}',
};

describe('whatever arrives, the answer is one of Entra', () => {
  let world: InProcessCloud;
  before(() => {
    world = inProcessCloud();
  });
  beforeEach(() => {
    world.reset();
  });

  const tenants = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('common', 'organizations', 'contoso.example') },
    fc.constantFrom('__proto__', 'constructor', '%FF', '%00', 'A'.repeat(2000), 'x%2Fy', '..%2f'),
  );

  for (const [name, fields] of [
    ['code', CODE],
    ['refresh token', REFRESH],
    ['device code', DEVICE],
  ] as const) {
    test(`a malformed redemption of a ${name} is refused as JSON, for a reason`, async () => {
      await fc.assert(
        fc.asyncProperty(tenants, corrupted(fields), async (tenant, form) => {
          for (const path of [`/${tenant}/oauth2/v2.0/token`, `/${tenant}/oauth2/token`]) {
            assertRefused(await world.send(path, { form, headers: { origin: APP } }));
          }
        }),
        propertyOptions(1500),
      );
    });
  }

  test('a body that is no form is refused as JSON', async () => {
    const types = fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', '', 'x');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), types, async (form, type) => {
        const headers = { 'content-type': type, origin: APP };
        assertRefused(await world.send('/common/oauth2/v2.0/token', { form, headers }));
      }),
      propertyOptions(300),
    );
  });

  test('random bytes as a form are refused as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (form) => {
        assertRefused(await world.send('/common/oauth2/v2.0/token', { form }));
      }),
      propertyOptions(300),
    );
  });

  test('a malformed authorize request ends on a page or at the registered address', async () => {
    await fc.assert(
      fc.asyncProperty(
        tenants,
        corrupted(AUTHORIZE),
        fc.boolean(),
        fc.constantFrom('', 'v2.0/'),
        async (tenant, text, posted, version) => {
          const path = `/${tenant}/oauth2/${version}authorize`;
          const reply = posted
            ? await world.send(path, { form: text })
            : await world.send(`${path}?${text}`);
          assertPageOrReply(reply);
        },
      ),
      propertyOptions(2000),
    );
  });

  test('a malformed request for admin consent ends on a page or at the registered address', async () => {
    const { client_id, redirect_uri, state } = AUTHORIZE;
    const fields = { client_id, redirect_uri, state, scope: 'User.Read' };
    const paths = fc.constantFrom('/adminconsent', '/v2.0/adminconsent');
    await fc.assert(
      fc.asyncProperty(tenants, paths, corrupted(fields), async (tenant, path, text) => {
        assertPageOrReply(await world.send(`/${tenant}${path}?${text}`));
      }),
      propertyOptions(1000),
    );
  });

  test('malformed sign-out, pages and unknown addresses are answered, never with 5xx', async () => {
    const paths = fc.constantFrom(
      '/common/oauth2/v2.0/logout',
      '/interaction/x',
      '/common/adminconsent',
      '/common/v2.0/.well-known/openid-configuration',
      '/common/discovery/instance',
      '/common/.well-known/openid-configuration',
      '/common/oauth2/logout',
      '/common/oauth2/deviceauth',
      '/common/userrealm/%FF',
      '/GetUserRealm.srf',
      '/nowhere/at/all',
      '/assets/__proto__',
      '/portraits/%FF.jpg',
      '/v1.0/me',
    );
    const names = fc.constantFrom(
      ...['post_logout_redirect_uri', 'logout_hint', 'state', '__proto__', 'login', 'signed_in'],
    );
    const fields = fc.array(fc.tuple(names, hostile), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(paths, fields, async (path, values) => {
        const text = values.map(([name, value]) => `${name}=${value}`).join('&');
        const reply = await world.send(`${path}?${text}`);
        assert.ok(reply.status < 500, reply.text);
        assert.equal(reply.location, '');
      }),
      propertyOptions(1000),
    );
  });
});
