import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { APP, CONSUMERS, CONTOSO, FABRIKAM, TestBrowser, redeemCode } from '../../test-browser.ts';
import type { Fields } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const EXPENSES = {
  client_id: '33334444-dddd-5555-eeee-6666ffff7777',
  redirect_uri: `${APP}/expenses`,
};
const COMMAND_LINE = {
  client_id: '22223333-cccc-4444-dddd-5555eeee6666',
  redirect_uri: 'http://localhost:54321',
};

describe('app registrations', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  test('a single-tenant app is refused at /common (50194) and in another tenant (700016)', async () => {
    assert.match(
      (await browser.authorize(EXPENSES)).text,
      /AADSTS50194: .* not configured as a multi-tenant/,
    );
    assert.match((await browser.authorize(EXPENSES, FABRIKAM)).text, /AADSTS700016: /);
  });

  test('an app for organizations refuses personal accounts', async () => {
    const page = await browser.authorize(COMMAND_LINE, CONSUMERS);
    assert.equal(page.status, 400);
    assert.match(page.text, /does not exist or is not enabled for consumers/);
    assert.doesNotMatch((await browser.authorize(COMMAND_LINE)).text, /robin@outlook\.example/);
  });

  test('app roles are in the ID token of the people they are assigned to', async () => {
    const { result } = await browser.signIn('megan@contoso.example', EXPENSES, CONTOSO);
    const { body } = await redeemCode(cloud, result.get('code'), EXPENSES, { tenant: CONTOSO });
    assert.deepEqual(decodeJwt(body.id_token)['roles'], ['Expense.Submit', 'Expense.Approve']);
  });

  test('who has no role is refused where assignment is required (50105)', async () => {
    const page = await browser.signIn('lee@contoso.example', EXPENSES, CONTOSO);
    assert.equal(page.status, 400);
    assert.match(page.text, /AADSTS50105: .*&#39;lee@contoso\.example&#39; is blocked/);
    const { result } = await browser.authorize({ ...EXPENSES, prompt: 'none' }, CONTOSO);
    assert.match(result.get('error_description') ?? '', /^AADSTS50105: /);
  });

  test('login_hint and sid are in the ID tokens of apps that list them as optional claims', async () => {
    const optionalClaims = async (app: Fields, origin: string | null): Promise<string[]> => {
      const { result } = await browser.signIn('adele@contoso.example', app, CONTOSO);
      const at = { tenant: CONTOSO, origin };
      const { body } = await redeemCode(cloud, result.get('code'), app, at);
      assert.ok(decodeJwt(body.access_token)['sid'], 'access tokens always say it');
      const claims = Object.keys(decodeJwt(body.id_token));
      return claims.filter((name) => ['login_hint', 'sid'].includes(name));
    };
    assert.deepEqual(await optionalClaims({}, APP), ['login_hint', 'sid']);
    assert.deepEqual(await optionalClaims(EXPENSES, APP), ['sid']);
    assert.deepEqual(await optionalClaims(COMMAND_LINE, null), []);
  });

  test('the groups claim lists the groups, nested ones included', async () => {
    const { result } = await browser.signIn('adele@contoso.example', EXPENSES, CONTOSO);
    const { body } = await redeemCode(cloud, result.get('code'), EXPENSES, { tenant: CONTOSO });
    const groups = decodeJwt(body.id_token)['groups'];
    assert.ok(Array.isArray(groups));
    assert.equal(groups.length, 2);
  });

  test('more than 200 groups become a reference', async () => {
    const { result } = await browser.signIn('megan@contoso.example', EXPENSES, CONTOSO);
    const { body } = await redeemCode(cloud, result.get('code'), EXPENSES, { tenant: CONTOSO });
    const claims = decodeJwt(body.id_token);
    assert.equal(claims['groups'], undefined);
    assert.deepEqual(claims['_claim_names'], { groups: 'src1' });
    assert.match(JSON.stringify(claims['_claim_sources']), /getMemberObjects"/);
  });

  test('a native app redeems without Origin, and never from a web page (9002326)', async () => {
    const first = await browser.signIn('adele@contoso.example', COMMAND_LINE);
    const native = await redeemCode(cloud, first.result.get('code'), COMMAND_LINE, {
      origin: null,
    });
    assert.equal(native.status, 200);
    assert.equal(native.body['refresh_token_expires_in'], undefined);
    const second = await browser.signIn('adele@contoso.example', COMMAND_LINE);
    const web = await redeemCode(cloud, second.result.get('code'), COMMAND_LINE);
    assert.equal(web.status, 400);
    assert.deepEqual(web.body.error_codes, [9002326]);
    assert.match(web.body.error_description, /Request origin: 'http:\/\/localhost:3000'/);
  });

  test('a native app may leave the proof key out, but not send a plain one (50149)', async () => {
    const none = { ...COMMAND_LINE, code_challenge: undefined, code_challenge_method: undefined };
    assert.ok((await browser.signIn('adele@contoso.example', none)).result.get('code'));
    const plain = { ...COMMAND_LINE, code_challenge_method: 'plain' };
    const { result } = await browser.authorize(plain);
    assert.match(result.get('error_description') ?? '', /^AADSTS50149: Invalid Code_challenge/i);
  });

  test('a code of one app is worth nothing to another (70000)', async () => {
    const { result } = await browser.signIn('adele@contoso.example');
    const { body } = await redeemCode(cloud, result.get('code'), {
      client_id: COMMAND_LINE.client_id,
    });
    assert.deepEqual(body.error_codes, [70000]);
  });

  test("an organization's own API gets version 2 tokens with its own audience", async () => {
    const scope = 'api://orders.contoso.example/Orders.Read openid';
    const { result } = await browser.signIn('adele@contoso.example', { scope });
    const { body } = await redeemCode(cloud, result.get('code'));
    const claims = decodeJwt(body.access_token);
    assert.equal(body.scope, 'openid api://orders.contoso.example/Orders.Read');
    assert.equal(claims.aud, '11112222-bbbb-3333-cccc-4444dddd5555');
    assert.equal(claims.iss, `${cloud.url}/${CONTOSO}/v2.0`);
    assert.equal(claims['scp'], 'Orders.Read');
    assert.equal(claims['ver'], '2.0');
  });
});
