import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { APP, CLIENT, VERIFIER } from '../test-browser.ts';
import { challengeOf, inProcessCloud } from './in-process-cloud.ts';
import type { InProcessCloud, Reply } from './in-process-cloud.ts';
import { propertyOptions } from './property-options.ts';

const AUTHORIZE = {
  client_id: CLIENT,
  response_type: 'code',
  redirect_uri: `${APP}/`,
  response_mode: 'fragment',
  scope: 'User.Read openid offline_access',
  state: 's',
  nonce: 'n',
  prompt: 'none',
  login_hint: 'adele@contoso.example',
  domain_hint: 'contoso.example',
  sid: '1',
  max_age: '60',
  claims: '{}',
  code_challenge: challengeOf(VERIFIER),
  code_challenge_method: 'S256',
  client_info: '1',
};
const CODE = {
  client_id: CLIENT,
  grant_type: 'authorization_code',
  code: `1.${'A'.repeat(64)}`,
  redirect_uri: `${APP}/`,
  code_verifier: VERIFIER,
  scope: 'User.Read',
  claims: '{}',
};
const REFRESH = {
  client_id: CLIENT,
  grant_type: 'refresh_token',
  refresh_token: '1.eyJ.e.e.e.e',
  scope: 'User.Read',
  claims: '{}',
};

/** Percent-encoded already, so that bytes which are no UTF-8 can be among them. */
const hostile = fc.oneof(
  fc.constant(''),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined'),
  fc.constantFrom('%FF%FE', '%C3%28', '%ED%A0%80', '%F8%A1%A1%A1%A1', '%', '%zz', '+', '%00'),
  fc.constantFrom('{', '[]', '%22%22', '{%22access_token%22:null}', '1e999', '-1', '0x10'),
  fc.integer({ min: 1, max: 100_000 }).map((length) => 'A'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponentSafely),
  fc
    .string({ unit: fc.constantFrom('\u0000', '\r', '\n', '\u001b', '\u007f', '\u2028', '\u202e') })
    .map(encodeURIComponent),
  fc.constantFrom('javascript:alert(1)', 'https://evil.example/', '//evil.example', '%3Cscript%3E'),
);

describe('whatever arrives, the answer is one of Entra', () => {
  let world: InProcessCloud;
  before(() => {
    world = inProcessCloud();
  });
  beforeEach(() => {
    world.reset();
  });

  /** The request with fields replaced, repeated and added. */
  const spoilt = (fields: Readonly<Record<string, string>>) =>
    fc
      .record({
        replaced: fc.dictionary(fc.constantFrom(...Object.keys(fields)), hostile, { minKeys: 1 }),
        added: fc.array(
          fc.tuple(
            fc.constantFrom('__proto__', 'constructor', 'x', ...Object.keys(fields)),
            hostile,
          ),
          { maxLength: 2 },
        ),
      })
      .map(({ replaced, added }) =>
        [...Object.entries({ ...encoded(fields), ...replaced }), ...added]
          .map(([name, value]) => `${name}=${value}`)
          .join('&'),
      );

  const tenants = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('common', 'organizations', 'contoso.example') },
    fc.constantFrom('__proto__', 'constructor', '%FF', '%00', 'A'.repeat(2000), 'x%2Fy', '..%2f'),
  );

  for (const [name, fields] of [
    ['code', CODE],
    ['refresh token', REFRESH],
  ] as const) {
    test(`a malformed redemption of a ${name} is refused as JSON, for a reason`, async () => {
      await fc.assert(
        fc.asyncProperty(tenants, spoilt(fields), async (tenant, form) => {
          const path = `/${tenant}/oauth2/v2.0/token`;
          assertRefused(await world.send(path, { form, headers: { origin: APP } }));
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
      fc.asyncProperty(tenants, spoilt(AUTHORIZE), fc.boolean(), async (tenant, text, posted) => {
        const path = `/${tenant}/oauth2/v2.0/authorize`;
        const reply = posted
          ? await world.send(path, { form: text })
          : await world.send(`${path}?${text}`);
        assertPageOrReply(reply);
      }),
      propertyOptions(2000),
    );
  });

  test('malformed sign-out, pages and unknown addresses are answered, never with 5xx', async () => {
    const paths = fc.constantFrom(
      '/common/oauth2/v2.0/logout',
      '/interaction/x',
      '/common/adminconsent',
      '/common/v2.0/.well-known/openid-configuration',
      '/common/discovery/instance',
      '/assets/__proto__',
      '/portraits/%FF.jpg',
      '/v1.0/me',
    );
    const names = fc.constantFrom('post_logout_redirect_uri', 'logout_hint', 'state', '__proto__');
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

function assertRefused({ status, text, headers }: Reply): void {
  assert.ok(status === 400 || status === 401, `${status}: ${text}`);
  assert.match(headers.get('content-type') ?? '', /^application\/json/);
  const body = JSON.parse(text) as Record<string, unknown>;
  const [code] = body['error_codes'] as number[];
  assert.match(String(body['error']), /^[a-z_]+$/);
  assert.ok(String(body['error_description']).startsWith(`AADSTS${String(code)}: `));
  assert.equal(body['access_token'], undefined);
}

function assertPageOrReply({ status, text, location }: Reply): void {
  if (status === 400) {
    assert.match(text, /AADSTS\d+:/);
    assert.equal(location, '');
  } else if (status === 302 || status === 303) {
    const url = new URL(location);
    assert.equal(url.origin + url.pathname, `${APP}/`);
    const answer = new URLSearchParams(url.hash.slice(1) || url.search);
    assert.match(answer.get('error') ?? '', /^[a-z_]+$/);
    assert.match(answer.get('error_description') ?? '', /^AADSTS\d+: /);
  } else {
    assert.equal(status, 200, text);
    assert.doesNotMatch(text, /<script>/);
  }
}

function encoded(fields: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(fields).map(([name, value]) => [name, encodeURIComponent(value)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** A lone surrogate has no encoding. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
