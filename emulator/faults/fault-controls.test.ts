import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import {
  TestBrowser,
  callGraph,
  redeemCode,
  redeemRefreshToken,
  tokensFor,
} from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const ADELE = 'adele@contoso.example';
const MEGAN = 'megan@contoso.example';
const CP1 = { claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' };

describe('what a test can do to people and their grants', () => {
  // A clock that stands still: what comes after must not depend on a millisecond passing.
  const cloud = testCloud({ clock: () => 1_800_000_000_000 });

  const refusal = async (refreshToken: string): Promise<number | undefined> =>
    (await redeemRefreshToken(cloud, refreshToken)).body.error_codes?.[0];

  test('refresh tokens can expire (700084), for one person, until the next sign-in', async () => {
    const [adele, megan] = [await tokensFor(cloud, ADELE), await tokensFor(cloud, MEGAN)];
    cloud.faults.expireRefreshTokens(ADELE);
    assert.equal(await refusal(adele.refresh_token), 700084);
    assert.equal(await refusal(megan.refresh_token), undefined);
    const again = await tokensFor(cloud, ADELE);
    assert.equal(await refusal(again.refresh_token), undefined);
  });

  test('access tokens can expire, and refreshing brings one that works', async () => {
    const { access_token, refresh_token } = await tokensFor(cloud, ADELE);
    cloud.faults.expireAccessTokens(ADELE);
    const refused = await callGraph(cloud, '/me', access_token);
    assert.equal(refused.status, 401);
    assert.match(await refused.text(), /the token is expired/);
    const { body } = await redeemRefreshToken(cloud, refresh_token);
    assert.equal((await callGraph(cloud, '/me', body.access_token)).status, 200);
  });

  test('revoked sessions: 50173, signed out, and a claims challenge for CP1 tokens alone', async () => {
    const browser = new TestBrowser(cloud);
    const { result } = await browser.signIn(ADELE, CP1);
    const { body } = await redeemCode(cloud, result.get('code'), CP1);
    const plain = await tokensFor(cloud, ADELE);
    cloud.faults.revokeSessions(ADELE);
    const challenged = await callGraph(cloud, '/me', body.access_token);
    assert.equal(challenged.status, 401);
    const challenge = challenged.headers.get('www-authenticate') ?? '';
    assert.match(challenge, /error="insufficient_claims", claims="[A-Za-z0-9+/]+=*"$/);
    const claims = atob(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '');
    assert.equal(claims, '{"access_token":{"nbf":{"essential":true,"value":"1800000000"}}}');
    assert.equal((await callGraph(cloud, '/me', plain.access_token)).status, 200);
    assert.equal(await refusal(body.refresh_token), 50173);
    const silent = await browser.authorize({ prompt: 'none' });
    assert.equal(silent.result.get('error'), 'login_required');
  });

  test('a code issued before a revocation answers 50173, one issued after it brings tokens', async () => {
    const browser = new TestBrowser(cloud);
    const { result: before } = await browser.signIn(ADELE);
    const { result: other } = await new TestBrowser(cloud).signIn(MEGAN);
    cloud.faults.revokeSessions(ADELE);
    const refused = await redeemCode(cloud, before.get('code'));
    assert.deepEqual(refused.body.error_codes, [50173]);
    assert.equal(refused.body.suberror, 'bad_token');
    assert.equal((await redeemCode(cloud, other.get('code'))).status, 200);
    const { result: after } = await browser.signIn(ADELE);
    assert.equal((await redeemCode(cloud, after.get('code'))).status, 200);
  });

  test('browser sessions can end while refresh tokens stay', async () => {
    const browser = new TestBrowser(cloud);
    const { result } = await browser.signIn(ADELE);
    const { body } = await redeemCode(cloud, result.get('code'));
    cloud.faults.endBrowserSessions();
    assert.equal(
      (await browser.authorize({ prompt: 'none' })).result.get('error'),
      'login_required',
    );
    assert.equal(await refusal(body.refresh_token), undefined);
  });

  test('consent can be withdrawn: 65001 at once, and the page comes back', async () => {
    const browser = new TestBrowser(cloud);
    const { result } = await browser.signIn(ADELE);
    const { body } = await redeemCode(cloud, result.get('code'));
    cloud.faults.revokeConsent(ADELE);
    const scope = 'User.Read';
    const refused = await redeemRefreshToken(cloud, body.refresh_token, { scope });
    assert.deepEqual(refused.body.error_codes, [65001]);
    const unnamed = await redeemRefreshToken(cloud, body.refresh_token);
    assert.deepEqual(unnamed.body.error_codes, [65001]);
    assert.match((await browser.authorize()).text, /Permissions requested/);
  });

  test('step-up: 50076 from token and iframe until the sign-in is approved on a page', async () => {
    const browser = new TestBrowser(cloud);
    const { result } = await browser.signIn(ADELE);
    const { body } = await redeemCode(cloud, result.get('code'));
    cloud.faults.requireStepUp(ADELE);
    const refused = await redeemRefreshToken(cloud, body.refresh_token);
    assert.equal(refused.body.error, 'interaction_required');
    assert.equal(refused.body.suberror, 'basic_action');
    assert.deepEqual(refused.body.error_codes, [50076]);
    const silent = await browser.authorize({ prompt: 'none' });
    assert.match(silent.result.get('error_description') ?? '', /^AADSTS50076: /);
    const page = await browser.authorize();
    assert.match(page.text, /<h1>Approve sign in request<\/h1>/);
    const approved = await browser.submit(page, {});
    const after = await redeemCode(cloud, approved.result.get('code'));
    assert.equal(after.status, 200);
    assert.equal(await refusal(after.body.refresh_token), undefined);
  });

  test('the clock can be wrong', async () => {
    const { access_token } = await tokensFor(cloud, ADELE);
    cloud.faults.shiftClock(86_400_000);
    assert.equal((await callGraph(cloud, '/me', access_token)).status, 401);
    cloud.faults.clear();
    assert.equal((await callGraph(cloud, '/me', access_token)).status, 200);
  });

  test('keys can roll over: the next one signs, and was published before', async () => {
    const keys = createRemoteJWKSet(new URL(`${cloud.url}/common/discovery/v2.0/keys`));
    const at = { currentDate: new Date(1_800_000_000_000) };
    const before = await tokensFor(cloud, ADELE);
    const first = await jwtVerify(before.id_token, keys, at);
    cloud.faults.rotateKeys();
    const second = await jwtVerify((await tokensFor(cloud, ADELE)).id_token, keys, at);
    assert.notEqual(first.protectedHeader.kid, second.protectedHeader.kid);
  });

  test('somebody unknown is a mistake in the test, said at once', () => {
    assert.throws(() => {
      cloud.faults.revokeSessions('nobody@contoso.example');
    }, /Nobody on this cloud is called nobody@contoso\.example/);
  });
});
