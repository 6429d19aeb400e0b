import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import {
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
  ServerError,
} from '@azure/msal-node';
import type { AuthenticationResult } from '@azure/msal-node';
import { msalAuthority } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { CONTOSO, TestBrowser, callGraph } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';
import { signInAt } from './sign-in-at.ts';

const ADELE = 'adele@contoso.example';
const COMMAND_LINE = '22223333-cccc-4444-dddd-5555eeee6666';
const redirectUri = 'http://localhost:5000';
const scopes = ['User.Read'];

/** Microsoft's own library for programs outside the browser. */
describe('@azure/msal-node', () => {
  const cloud = testCloud();
  let app: PublicClientApplication;
  beforeEach(() => {
    app = newApp(cloud);
  });

  const signIn = async (): Promise<AuthenticationResult> => {
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const address = await app.getAuthCodeUrl({
      scopes,
      redirectUri,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    });
    const callback = await signInAt(cloud, new URL(address), ADELE);
    return app.acquireTokenByCode({
      scopes,
      redirectUri,
      code: callback.searchParams.get('code') ?? '',
      codeVerifier: verifier,
    });
  };

  test('signs in by code with a proof key and caches the account', async () => {
    const result = await signIn();
    assert.equal(result.account?.username, ADELE);
    assert.equal(result.account.tenantId, CONTOSO);
    assert.equal(result.tenantId, CONTOSO);
    assert.match(result.account.homeAccountId, new RegExp(`\\.${CONTOSO}$`));
    assert.ok(result.scopes.includes('User.Read'));
    const me = await callGraph(cloud, '/me', result.accessToken);
    assert.equal(me.status, 200);
  });

  test('answers from its cache, and renews over the wire when forced', async () => {
    const { account, accessToken } = await signIn();
    assert.ok(account);
    const cached = await app.acquireTokenSilent({ account, scopes });
    assert.equal(cached.accessToken, accessToken);
    assert.equal(cached.fromCache, true);
    const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
    assert.equal(renewed.fromCache, false);
    assert.notEqual(renewed.accessToken, accessToken);
  });

  test('learns from a refusal that another API needs consent first', async () => {
    const { account } = await signIn();
    assert.ok(account);
    const other = ['api://orders.contoso.example/Orders.Read'];
    await assert.rejects(
      app.acquireTokenSilent({ account, scopes: other }),
      (error) =>
        error instanceof InteractionRequiredAuthError && error.errorMessage.includes('AADSTS65001'),
    );
  });

  test('asks for the person again when sessions were revoked', async () => {
    const { account } = await signIn();
    assert.ok(account);
    cloud.faults.revokeSessions(ADELE);
    await assert.rejects(
      app.acquireTokenSilent({ account, scopes, forceRefresh: true }),
      (error) => error instanceof InteractionRequiredAuthError && error.subError === 'bad_token',
    );
  });

  test('is told what is wrong with an invented code and with a wrong verifier', async () => {
    const request = { scopes, redirectUri, codeVerifier: 'v'.repeat(43) };
    await assert.rejects(
      app.acquireTokenByCode({ ...request, code: `1.${'A'.repeat(64)}` }),
      (error) => error instanceof ServerError && error.errorCode === 'invalid_grant',
    );
    const address = await app.getAuthCodeUrl({
      scopes,
      redirectUri,
      codeChallenge: 'c'.repeat(43),
      codeChallengeMethod: 'S256',
    });
    const callback = await signInAt(cloud, new URL(address), ADELE);
    const code = callback.searchParams.get('code') ?? '';
    await assert.rejects(
      app.acquireTokenByCode({ ...request, code }),
      (error) => error instanceof ServerError && error.errorMessage.includes('AADSTS501481'),
    );
  });

  test('never gets a code at a redirect URI that is not registered', async () => {
    const address = await app.getAuthCodeUrl({
      scopes,
      redirectUri: 'http://localhost:5000/elsewhere',
    });
    const page = await new TestBrowser(cloud).get(address);
    assert.equal(page.status, 400);
    assert.equal(page.location, '');
    assert.match(page.text, /AADSTS50011/);
  });
});

function newApp(cloud: LocalCloud): PublicClientApplication {
  return new PublicClientApplication({
    auth: {
      clientId: COMMAND_LINE,
      ...msalAuthority(cloud.url, 'organizations'),
    },
  });
}
