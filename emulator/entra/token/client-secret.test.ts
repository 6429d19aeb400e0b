import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { TestBrowser, redeemCode, redeemRefreshToken } from '../../test-browser.ts';
import type { Fields, TokenAnswer } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const SECRET = 'the secret of: a server';
const WEB = {
  client_id: '44445555-eeee-6666-ffff-777788889999',
  redirect_uri: 'http://localhost:8080/signin-oidc',
};

describe('the secret of a web app', () => {
  const registration = {
    clientId: WEB.client_id,
    name: 'A server',
    redirectUris: { web: [WEB.redirect_uri] },
    secret: SECRET,
  };
  const cloud = testCloud({ seed: { registrations: [registration] } });

  const codeFor = async (app: Fields): Promise<string | null> =>
    (await new TestBrowser(cloud).signIn('adele@contoso.example', app)).result.get('code');

  const redeemAs = async (fields: Fields): Promise<TokenAnswer> =>
    redeemCode(cloud, await codeFor(WEB), { ...WEB, ...fields }, { origin: null });

  const assertRefused = ({ status, body }: TokenAnswer, code: number): void => {
    assert.equal(status, 401);
    assert.equal(body.error, 'invalid_client');
    assert.deepEqual(body.error_codes, [code]);
    assert.equal(body.access_token, undefined);
  };

  test('brings tokens that say the app proved who it is', async () => {
    const { status, body } = await redeemAs({ client_secret: SECRET });
    assert.equal(status, 200);
    assert.equal(decodeJwt(body.access_token)['appidacr'], '1');
    assert.equal(body['refresh_token_expires_in'], undefined, 'no 24 hours as for a SPA');
  });

  test('needs no proof key beside it', async () => {
    const app = { ...WEB, code_challenge: undefined, code_challenge_method: undefined };
    const form = { ...WEB, client_secret: SECRET, code_verifier: undefined };
    const answer = await redeemCode(cloud, await codeFor(app), form, { origin: null });
    assert.equal(answer.status, 200);
  });

  test('is asked for when a code or a refresh token is redeemed (7000218)', async () => {
    assertRefused(await redeemAs({}), 7000218);
    const { body } = await redeemAs({ client_secret: SECRET });
    const renew = (fields: Fields): Promise<TokenAnswer> =>
      redeemRefreshToken(cloud, body.refresh_token, { ...WEB, ...fields }, { origin: null });
    assertRefused(await renew({}), 7000218);
    assert.equal((await renew({ client_secret: SECRET })).status, 200);
  });

  test('is compared (7000215)', async () => {
    assertRefused(await redeemAs({ client_secret: `${SECRET} ` }), 7000215);
  });

  test('is not readable in the log', async () => {
    await redeemAs({ client_secret: SECRET });
    assert.ok(!JSON.stringify(cloud.log).includes(SECRET));
  });

  test('of a single-page application is refused: it is public (700025)', async () => {
    assertRefused(await redeemCode(cloud, await codeFor({}), { client_secret: SECRET }), 700025);
  });

  test('never comes from a web page (9002326)', async () => {
    const form = { ...WEB, client_secret: SECRET };
    const { body } = await redeemCode(cloud, await codeFor(WEB), form);
    assert.deepEqual(body.error_codes, [9002326]);
  });
});
