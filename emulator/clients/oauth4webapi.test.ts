import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import { APP, CLIENT, CONSUMERS, CONTOSO, FABRIKAM } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';
import { fetchFromBrowser, signInAt } from './sign-in-at.ts';

const ADELE = 'adele@contoso.example';
const client: oauth.Client = { client_id: CLIENT };
const http = { [oauth.allowInsecureRequests]: true, [oauth.customFetch]: fetchFromBrowser };

/** oauth4webapi leaves out no check of the OAuth and OpenID Connect security advice. */
describe('oauth4webapi', () => {
  const cloud = testCloud();
  let server: oauth.AuthorizationServer;
  beforeEach(async () => {
    server = await discover(CONTOSO);
  });

  const discover = async (tenant: string): Promise<oauth.AuthorizationServer> => {
    const issuer = new URL(`${cloud.url}/${tenant}/v2.0`);
    const response = await oauth.discoveryRequest(issuer, http);
    return oauth.processDiscoveryResponse(issuer, response);
  };

  interface SignIn {
    readonly callback: URL;
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
  }

  const signIn = async (username: string, extra: Record<string, string> = {}): Promise<SignIn> => {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const address = new URL(server.authorization_endpoint ?? '');
    address.search = new URLSearchParams({
      client_id: CLIENT,
      response_type: 'code',
      redirect_uri: `${APP}/`,
      scope: 'openid profile offline_access User.Read',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...extra,
    }).toString();
    return { callback: await signInAt(cloud, address, username), state, nonce, verifier };
  };

  const redeem = async ({ callback, state, nonce, verifier }: SignIn) => {
    const parameters = oauth.validateAuthResponse(server, client, callback, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      `${APP}/`,
      verifier,
      http,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, http);
    return tokens;
  };

  for (const [username, tenant] of [
    [ADELE, CONTOSO],
    ['oscar@fabrikam.example', FABRIKAM],
    ['robin@outlook.example', CONSUMERS],
  ] as const) {
    test(`signs in ${username} at their own tenant`, async () => {
      server = await discover(tenant);
      const claims = oauth.getValidatedIdTokenClaims(await redeem(await signIn(username)));
      assert.equal(claims?.iss, `${cloud.url}/${tenant}/v2.0`);
      assert.equal(claims['preferred_username'], username);
    });
  }

  test('renews, and calls Graph with the new token', async () => {
    const { refresh_token: refreshToken = '' } = await redeem(await signIn(ADELE));
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      refreshToken,
      http,
    );
    const { access_token: token } = await oauth.processRefreshTokenResponse(
      server,
      client,
      response,
    );
    const me = await oauth.protectedResourceRequest(
      token,
      'GET',
      new URL(`${cloud.url}/v1.0/me`),
      new Headers(),
      null,
      http,
    );
    assert.equal(((await me.json()) as { displayName: string }).displayName, 'Adele Vance');
  });

  test('reads the challenge of a Graph that refuses its token', async () => {
    await assert.rejects(
      oauth.protectedResourceRequest(
        'no.such.token',
        'GET',
        new URL(`${cloud.url}/v1.0/me`),
        new Headers(),
        null,
        http,
      ),
      (error) => {
        assert.ok(error instanceof oauth.WWWAuthenticateChallengeError);
        assert.equal(error.cause[0]?.scheme, 'bearer');
        assert.match(
          error.cause[0].parameters['authorization_uri'] ?? '',
          /\/common\/oauth2\/authorize$/,
        );
        return true;
      },
    );
  });

  test('refuses the metadata of common as that of a tenant', async () => {
    await assert.rejects(discover('common'), /"issuer" property/);
  });

  for (const [wrong, refusal] of [
    ['nonce', /"nonce" claim value/],
    ['aud', /"aud" \(audience\) claim value/],
    ['iss', /"iss" \(issuer\) claim value/],
    ['exp', /"exp" \(expiration time\) claim value/],
    ['signature', /JWT signature verification failed/],
    ['alg-none', /"alg" header parameter/],
    ['kid', /no applicable keys/],
  ] as const) {
    test(`refuses an ID token with the wrong ${wrong}`, async () => {
      cloud.faults.add({ at: 'token', fault: { kind: 'id-token', wrong } });
      await assert.rejects(signIn(ADELE).then(redeem), refusal);
    });
  }

  test('takes the second published key when it starts to sign', async () => {
    await redeem(await signIn(ADELE));
    cloud.faults.rotateKeys();
    server = await discover(CONTOSO);
    const claims = oauth.getValidatedIdTokenClaims(await redeem(await signIn(ADELE)));
    assert.equal(claims?.['preferred_username'], ADELE);
  });

  test('refuses a callback with the state of another sign-in', async () => {
    const other = oauth.generateRandomState();
    const signedIn = await signIn(ADELE);
    await assert.rejects(redeem({ ...signedIn, state: other }), /"state" response parameter/);
  });

  test('reads a declined consent from the callback', async () => {
    cloud.faults.add({
      at: 'authorize',
      fault: { kind: 'entra-error', code: 65004, error: 'access_denied' },
    });
    await assert.rejects(signIn(ADELE).then(redeem), {
      error: 'access_denied',
      error_description: /^AADSTS65004/,
    });
  });
});
