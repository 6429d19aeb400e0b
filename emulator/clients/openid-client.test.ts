import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import * as oidc from 'openid-client';
import type { FaultRule } from '../index.ts';
import { APP, CLIENT, CONSUMERS, CONTOSO, FABRIKAM } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';
import { fetchFromBrowser, signInAt } from './sign-in-at.ts';

const ADELE = 'adele@contoso.example';

/** openid-client is certified by the OpenID Foundation: it checks what MSAL leaves unchecked. */
describe('openid-client', () => {
  const cloud = testCloud();
  let config: oidc.Configuration;
  beforeEach(async () => {
    config = await oidc.discovery(
      new URL(`${cloud.url}/${CONTOSO}/v2.0`),
      CLIENT,
      undefined,
      oidc.None(),
      {
        execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
        [oidc.customFetch]: fetchFromBrowser,
      },
    );
  });

  interface SignIn {
    readonly callback: URL;
    readonly checks: oidc.AuthorizationCodeGrantChecks;
  }

  const signIn = async (
    parameters: Record<string, string> = {},
    username = ADELE,
  ): Promise<SignIn> => {
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const checks = {
      pkceCodeVerifier,
      expectedState: oidc.randomState(),
      expectedNonce: oidc.randomNonce(),
      idTokenExpected: true,
    };
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: `${APP}/`,
      scope: 'openid profile email offline_access User.Read',
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return { callback: await signInAt(cloud, address, username), checks };
  };

  const redeem = async ({ callback, checks }: SignIn) =>
    oidc.authorizationCodeGrant(config, callback, checks);

  test('takes the metadata, the code and an ID token whose signature it verified', async () => {
    const tokens = await redeem(await signIn());
    const claims = tokens.claims();
    assert.equal(claims?.iss, `${cloud.url}/${CONTOSO}/v2.0`);
    assert.equal(claims.aud, CLIENT);
    assert.equal(claims['preferred_username'], ADELE);
  });

  test('finds the subject of the ID token again at the userinfo endpoint', async () => {
    const tokens = await redeem(await signIn());
    const subject = tokens.claims()?.sub ?? '';
    const info = await oidc.fetchUserInfo(config, tokens.access_token, subject);
    assert.equal(info.name, 'Adele Vance');
    await assert.rejects(
      oidc.fetchUserInfo(config, tokens.access_token, 'somebody-else'),
      (error) => error instanceof Error && explained(error).includes('"sub" property value'),
    );
  });

  test('renews with the refresh token', async () => {
    const { refresh_token: refreshToken = '' } = await redeem(await signIn());
    const renewed = await oidc.refreshTokenGrant(config, refreshToken, { scope: 'openid profile' });
    assert.equal(renewed.claims()?.['preferred_username'], ADELE);
    await assert.rejects(oidc.refreshTokenGrant(config, `${refreshToken}x`), {
      error: 'invalid_grant',
    });
  });

  test('checks auth_time when it asked for max_age', async () => {
    const { callback, checks } = await signIn({ max_age: '600' });
    const tokens = await redeem({ callback, checks: { ...checks, maxAge: 600 } });
    assert.equal(typeof tokens.claims()?.auth_time, 'number');
  });

  test('signs out at the address the metadata names', async () => {
    const address = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${APP}/` });
    const response = await fetch(address, { redirect: 'manual' });
    assert.equal(response.headers.get('location'), `${APP}/`);
  });

  const corrupted: [what: string, rule: FaultRule, refusal: RegExp][] = [
    ['a nonce that is not its own', idToken('nonce'), /unexpected ID Token "nonce"/],
    ['a missing nonce', idToken('no-nonce'), /"nonce" \(nonce\) claim missing/],
    ['the audience of another app', idToken('aud'), /"aud" \(audience\)/],
    ['the issuer of another tenant', idToken('iss'), /"iss" \(issuer\)/],
    ['an expired ID token', idToken('exp'), /"exp" \(expiration time\)/],
    ['a missing iat', idToken('no-iat'), /"iat"/],
    ['a missing sub', idToken('no-sub'), /"sub"/],
    ['a wrong signature', idToken('signature'), /JWT signature verification failed/],
    ['an unsigned ID token', idToken('alg-none'), /"alg" header/],
    ['an unknown key', idToken('kid'), /no applicable keys/],
    ['the state of another sign-in', reply('state'), /"state" response parameter/],
    ['a missing state', reply('no-state'), /"state"/],
  ];
  for (const [what, rule, refusal] of corrupted) {
    test(`refuses ${what}`, async () => {
      cloud.faults.add(rule);
      await assert.rejects(
        signIn().then(redeem),
        (error) => error instanceof Error && refusal.test(explained(error)),
      );
    });
  }

  test('learns why a second redemption of its code is refused', async () => {
    const signedIn = await signIn();
    await redeem(signedIn);
    await assert.rejects(redeem(signedIn), {
      error: 'invalid_grant',
      error_description: /^AADSTS54005/,
    });
  });

  test('learns why its verifier is refused', async () => {
    const { callback, checks } = await signIn();
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    await assert.rejects(redeem({ callback, checks: { ...checks, pkceCodeVerifier } }), {
      error: 'invalid_grant',
      error_description: /^AADSTS501481/,
    });
  });

  test('learns from the callback that nobody is signed in', async () => {
    await assert.rejects(signIn({ prompt: 'none' }).then(redeem), {
      error: 'login_required',
      error_description: /^AADSTS50058/,
    });
  });

  test('refuses the metadata of another tenant than the one asked for', async () => {
    cloud.faults.add({
      at: 'discovery',
      fault: {
        kind: 'respond',
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({ issuer: `${cloud.url}/${FABRIKAM}/v2.0` }),
      },
    });
    await assert.rejects(
      oidc.discovery(new URL(`${cloud.url}/${CONTOSO}/v2.0`), CLIENT, undefined, oidc.None(), {
        execute: [oidc.allowInsecureRequests],
      }),
      (error) =>
        error instanceof Error && explained(error).includes('does not match the expected issuer'),
    );
  });

  /** Its mode for apps of many tenants, which it enters at the address of the real Entra alone. */
  describe('at common', () => {
    beforeEach(async () => {
      config = await oidc.discovery(
        new URL('https://login.microsoftonline.com/common/v2.0'),
        CLIENT,
        undefined,
        oidc.None(),
        {
          execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
          [oidc.customFetch]: (url, options) =>
            fetchFromBrowser(url.replace('https://login.microsoftonline.com', cloud.url), options),
        },
      );
    });

    for (const [username, tenant] of [
      [ADELE, CONTOSO],
      ['oscar@fabrikam.example', FABRIKAM],
      ['robin@outlook.example', CONSUMERS],
    ] as const) {
      test(`fills the tenant of ${username} into the issuer template`, async () => {
        const claims = (await redeem(await signIn({}, username))).claims();
        assert.equal(claims?.iss, `${cloud.url}/${tenant}/v2.0`);
        assert.equal(claims['preferred_username'], username);
      });
    }

    test('refuses an issuer that does not fit the tenant', async () => {
      cloud.faults.add(idToken('tid'));
      await assert.rejects(
        signIn().then(redeem),
        (error) => error instanceof Error && explained(error).includes('"iss" (issuer)'),
      );
    });
  });
});

type WrongToken = Extract<FaultRule['fault'], { kind: 'id-token' }>['wrong'];
type WrongResponse = Extract<FaultRule['fault'], { kind: 'reply' }>['wrong'];

function idToken(wrong: WrongToken): FaultRule {
  return { at: 'token', fault: { kind: 'id-token', wrong } };
}

function reply(wrong: WrongResponse): FaultRule {
  return { at: 'authorize', fault: { kind: 'reply', wrong } };
}

/** openid-client keeps the reason in the cause. */
function explained(error: Error): string {
  return `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
}
