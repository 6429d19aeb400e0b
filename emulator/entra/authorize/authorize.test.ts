import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { APP, CONTOSO, TestBrowser, authorizePath } from '../../test-browser.ts';
import type { Answer, Fields } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

describe('the authorize endpoint', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  const assertErrorPage = (page: Answer, code: number, text: RegExp) => {
    assert.equal(page.status, 400);
    assert.equal(page.location, '', 'nothing may be sent to an address nobody registered');
    assert.match(page.text, new RegExp(`AADSTS${String(code)}: `));
    assert.match(page.text, text);
    assert.match(page.text, /Correlation Id/);
  };

  const pages: [string, Fields, string, number, RegExp][] = [
    [
      'an unknown client',
      { client_id: 'nobody' },
      'common',
      700016,
      /&#39;nobody&#39; was not found/,
    ],
    ['no client', { client_id: undefined }, 'common', 900144, /&#39;client_id&#39;/],
    ['no redirect URI', { redirect_uri: undefined }, 'common', 900971, /No reply address/],
    [
      'a foreign redirect URI',
      { redirect_uri: 'https://evil.test/' },
      'common',
      50011,
      /evil\.test/,
    ],
    ['another path', { redirect_uri: `${APP}/other` }, 'common', 50011, /does not match/],
    ['no path where one is registered', { redirect_uri: APP }, 'common', 50011, /does not match/],
    ['another case', { redirect_uri: `${APP}/Redirect.html` }, 'common', 50011, /does not match/],
    ['an added query', { redirect_uri: `${APP}/?x=1` }, 'common', 50011, /does not match/],
    [
      'a port no address can have',
      { redirect_uri: 'http://localhost:99999/' },
      'common',
      50011,
      /does not match/,
    ],
    [
      '127.0.0.1 for localhost',
      { redirect_uri: 'http://127.0.0.1:3000/' },
      'common',
      50011,
      /not match/,
    ],
    ['https for http', { redirect_uri: 'https://localhost:3000/' }, 'common', 50011, /not match/],
    [
      'a host that begins like localhost',
      { redirect_uri: 'http://localhost.evil.test/' },
      'common',
      50011,
      /not match/,
    ],
    [
      'a name below localhost, which is another site',
      { redirect_uri: 'http://app.localhost:3000/' },
      'common',
      50011,
      /not match/,
    ],
    [
      'user information',
      { redirect_uri: 'http://localhost:3000@evil.test/' },
      'common',
      50011,
      /not match/,
    ],
    ['an unknown tenant id', {}, '12345678-1234-1234-1234-123456789012', 90002, /not found/],
    [
      'an unknown domain',
      {},
      'nowhere.example',
      90002,
      /Tenant &#39;nowhere\.example&#39; not found/,
    ],
    ['a tenant that is no name', {}, 'nonsense', 900023, /neither a valid DNS name/],
  ];
  for (const [what, overrides, tenant, code, text] of pages) {
    test(`shows AADSTS${String(code)} for ${what} and never redirects`, async () => {
      assertErrorPage(await browser.authorize(overrides, tenant), code, text);
    });
  }

  test('refuses a repeated parameter instead of choosing one of its values', async () => {
    const page = await browser.get(`${authorizePath()}&redirect_uri=https://evil.test/`);
    assertErrorPage(page, 9000411, /&#39;redirect_uri&#39; is duplicated/);
  });

  for (const redirectUri of ['http://localhost:49152/', 'http://localhost/redirect.html']) {
    test(`ignores the port of a localhost redirect URI: ${redirectUri}`, async () => {
      const answer = await browser.signIn('adele@contoso.example', { redirect_uri: redirectUri });
      assert.ok(answer.location.startsWith(`${redirectUri}#code=`), answer.location);
    });
  }

  const redirects: [string, Fields, string, number][] = [
    ['no response type', { response_type: undefined }, 'invalid_request', 900144],
    [
      'an implicit response type',
      { response_type: 'id_token token' },
      'unsupported_response_type',
      700054,
    ],
    ['an unknown response type', { response_type: 'cod' }, 'unsupported_response_type', 70005],
    [
      'an unknown response mode',
      { response_mode: 'web_message' },
      'unsupported_response_mode',
      70007,
    ],
    ['no scope', { scope: undefined }, 'invalid_request', 900144],
    ['a permission Graph does not have', { scope: 'User.Reed' }, 'invalid_client', 650053],
    ['an API nobody registered', { scope: 'api://nobody/Read' }, 'invalid_resource', 500011],
    [
      'everything of an API that the app does not list',
      { scope: 'api://orders.contoso.example/.default' },
      'invalid_resource',
      650057,
    ],
    [
      '.default beside a permission',
      { scope: 'User.Read https://graph.microsoft.com/.default' },
      'invalid_scope',
      70011,
    ],
    ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request', 90023],
    ['no proof key', { code_challenge: undefined }, 'invalid_request', 9002325],
    ['a plain proof key', { code_challenge_method: 'plain' }, 'invalid_request', 9002325],
    ['a short proof key', { code_challenge: 'short' }, 'invalid_request', 501491],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', 9002313],
  ];
  for (const [what, overrides, error, code] of redirects) {
    test(`sends ${error} ${String(code)} to the app for ${what}`, async () => {
      const { status, location, result } = await browser.authorize(overrides);
      assert.equal(status, 302);
      assert.ok(location.startsWith(`${APP}/`));
      assert.equal(result.get('error'), error);
      assert.match(
        result.get('error_description') ?? '',
        new RegExp(
          `^AADSTS${String(code)}: .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
        ),
      );
      assert.equal(result.get('error_uri'), `${cloud.url}/error?code=${String(code)}`);
      assert.equal(result.get('state'), 'the state');
      assert.equal(result.get('code'), null);
    });
  }

  test('takes over the correlation id of the client', async () => {
    const id = '11111111-2222-3333-4444-555555555555';
    const { result } = await browser.authorize({ scope: undefined, 'client-request-id': id });
    assert.match(result.get('error_description') ?? '', new RegExp(`Correlation ID: ${id} `));
  });

  test('answers in the fragment with code, client_info, state and session_state', async () => {
    const { location, result } = await browser.signIn('adele@contoso.example');
    assert.match(location, new RegExp(`^${APP}/#`));
    assert.deepEqual([...result.keys()], ['code', 'client_info', 'state', 'session_state']);
    assert.equal(result.get('state'), 'the state');
    const info: unknown = JSON.parse(atob(result.get('client_info') ?? ''));
    assert.deepEqual(Object.keys(info ?? {}), ['uid', 'utid']);
    assert.match(JSON.stringify(info), new RegExp(`"utid":"${CONTOSO}"`));
  });

  test('answers in the query when no response mode is asked for', async () => {
    const overrides = { response_mode: undefined, client_info: undefined };
    const { location, result } = await browser.signIn('adele@contoso.example', overrides);
    assert.match(location, new RegExp(`^${APP}/\\?code=`));
    assert.equal(result.has('client_info'), false);
  });

  test('does not forbid framing of a silent answer, but does of a page', async () => {
    const silent = await browser.authorize({ prompt: 'none' });
    assert.equal(silent.headers.get('x-frame-options'), null);
    const page = await browser.authorize();
    assert.equal(page.headers.get('x-frame-options'), 'DENY');
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  });
});
