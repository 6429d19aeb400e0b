import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfidentialClientApplication } from '@azure/msal-node';
import * as oidc from 'openid-client';
import { msalAuthority } from '../index.ts';
import { CONTOSO, callGraph } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';
import { signInAt } from './sign-in-at.ts';

const ADELE = 'adele@contoso.example';
const CLIENT_ID = '44445555-eeee-6666-ffff-777788889999';
const SECRET = 'a secret: 100 % + more/&=';
const redirectUri = 'http://localhost:8080/signin-oidc';
const scopes = ['User.Read'];

/** Server-side apps, unmodified: they prove who they are with a secret. */
describe('confidential clients', () => {
  const registration = {
    clientId: CLIENT_ID,
    name: 'A server',
    redirectUris: { web: [redirectUri] },
    secret: SECRET,
  };
  const cloud = testCloud({ seed: { registrations: [registration] } });

  const msal = (clientSecret: string): ConfidentialClientApplication => {
    return new ConfidentialClientApplication({
      auth: {
        clientId: CLIENT_ID,
        clientSecret,
        ...msalAuthority(cloud.url, CONTOSO),
      },
    });
  };

  const codeFor = async (app: ConfidentialClientApplication): Promise<string> => {
    const address = new URL(await app.getAuthCodeUrl({ scopes, redirectUri }));
    return (await signInAt(cloud, address, ADELE)).searchParams.get('code') ?? '';
  };

  test('@azure/msal-node signs in with its secret and renews', async () => {
    const app = msal(SECRET);
    const result = await app.acquireTokenByCode({ scopes, redirectUri, code: await codeFor(app) });
    assert.equal(result.account?.username, ADELE);
    assert.equal((await callGraph(cloud, '/me', result.accessToken)).status, 200);
    const { account } = result;
    const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
    assert.equal(renewed.fromCache, false);
  });

  test('@azure/msal-node is told that its secret is wrong', async () => {
    const app = msal('another');
    const code = await codeFor(app);
    await assert.rejects(app.acquireTokenByCode({ scopes, redirectUri, code }), /AADSTS7000215/);
  });

  for (const [name, authentication] of [
    ['client_secret_basic', oidc.ClientSecretBasic],
    ['client_secret_post', oidc.ClientSecretPost],
  ] as const) {
    const signIn = async (secret: string): Promise<oidc.TokenEndpointResponse> => {
      const server = new URL(`${cloud.url}/${CONTOSO}/v2.0`);
      const config = await oidc.discovery(server, CLIENT_ID, undefined, authentication(secret), {
        execute: [oidc.allowInsecureRequests],
      });
      const methods = config.serverMetadata().token_endpoint_auth_methods_supported;
      assert.ok(methods?.includes(name));
      const scope = 'openid offline_access User.Read';
      const address = oidc.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope });
      const tokens = await oidc.authorizationCodeGrant(
        config,
        await signInAt(cloud, address, ADELE),
        { idTokenExpected: true },
      );
      return oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
    };

    test(`openid-client signs in and renews by ${name}, and not with another secret`, async () => {
      assert.ok((await signIn(SECRET)).access_token);
      await assert.rejects(signIn('another'), { status: 401, error: 'invalid_client' });
    });
  }
});
