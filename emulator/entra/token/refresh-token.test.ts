import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FABRIKAM, redeemRefreshToken, tokensFor } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const HOUR = 3_600_000;

describe('redeeming a refresh token', () => {
  const cloud = testCloud({ clock: () => now });
  let now = Date.now();

  test('brings new tokens without a nonce, and a new refresh token', async () => {
    const first = await tokensFor(cloud, 'adele@contoso.example');
    const scope = 'User.Read openid profile offline_access';
    const { status, body } = await redeemRefreshToken(cloud, first.refresh_token, { scope });
    assert.equal(status, 200);
    assert.equal(body.scope, 'openid profile User.Read');
    assert.notEqual(body.refresh_token, first.refresh_token);
    assert.doesNotMatch(atob(body.id_token.split('.')[1] ?? ''), /nonce/);
  });

  test('does not revoke the one used: three at once all succeed', async () => {
    const { refresh_token } = await tokensFor(cloud, 'adele@contoso.example');
    const answers = await Promise.all(
      [1, 2, 3].map(() => redeemRefreshToken(cloud, refresh_token)),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
  });

  test('reaches every consented scope, and 65001 for any other', async () => {
    const scope = 'User.Read Mail.Read offline_access';
    const { refresh_token } = await tokensFor(cloud, 'adele@contoso.example', { scope });
    const mail = await redeemRefreshToken(cloud, refresh_token, { scope: 'Mail.Read' });
    assert.equal(mail.status, 200);
    const { status, body } = await redeemRefreshToken(cloud, refresh_token, {
      scope: 'Calendars.Read',
    });
    assert.equal(status, 400);
    assert.equal(body.error, 'invalid_grant');
    assert.equal(body.suberror, 'consent_required');
    assert.match(body.error_description, /^AADSTS65001: /);
  });

  test('ends 24 hours after sign-in, whatever was rotated since (700084)', async () => {
    const { refresh_token } = await tokensFor(cloud, 'adele@contoso.example');
    now += 23 * HOUR;
    const rotated = await redeemRefreshToken(cloud, refresh_token);
    assert.equal(rotated.body['refresh_token_expires_in'], 3599);
    now += HOUR;
    const { status, body } = await redeemRefreshToken(cloud, rotated.body.refresh_token);
    assert.equal(status, 400);
    assert.equal(body.error, 'invalid_grant');
    assert.equal(body.suberror, 'bad_token');
    assert.deepEqual(body.error_codes, [700084]);
    assert.match(body.error_description, /fixed, limited lifetime of 1\.00:00:00/);
  });

  const refusals: [string, string, number][] = [
    ['a malformed one', 'garbage', 9002313],
    ['one of another cloud', '1.eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA', 9002313],
  ];
  for (const [what, refreshToken, code] of refusals) {
    test(`refuses ${what} with invalid_grant ${String(code)}`, async () => {
      const { status, body } = await redeemRefreshToken(cloud, refreshToken);
      assert.equal(status, 400);
      assert.equal(body.error, 'invalid_grant');
      assert.deepEqual(body.error_codes, [code]);
    });
  }

  test('of one app is refused to another (9002313)', async () => {
    const { refresh_token } = await tokensFor(cloud, 'adele@contoso.example');
    const client_id = '22223333-cccc-4444-dddd-5555eeee6666';
    const { status, body } = await redeemRefreshToken(cloud, refresh_token, { client_id });
    assert.equal(status, 400);
    assert.equal(body.error, 'invalid_grant');
    assert.deepEqual(body.error_codes, [9002313]);
  });

  test('is refused outside a browser (9002327) and at another tenant (50020)', async () => {
    const { refresh_token } = await tokensFor(cloud, 'adele@contoso.example');
    const noOrigin = await redeemRefreshToken(cloud, refresh_token, {}, { origin: null });
    assert.deepEqual(noOrigin.body.error_codes, [9002327]);
    const elsewhere = await redeemRefreshToken(cloud, refresh_token, {}, { tenant: FABRIKAM });
    assert.deepEqual(elsewhere.body.error_codes, [50020]);
  });

  test('does not survive a reset of the cloud', async () => {
    const { refresh_token } = await tokensFor(cloud, 'adele@contoso.example');
    cloud.reset();
    assert.equal((await redeemRefreshToken(cloud, refresh_token)).status, 400);
  });
});
