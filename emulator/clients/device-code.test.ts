import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { CONTOSO, TestBrowser } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const client: oauth.Client = { client_id: '22223333-cccc-4444-dddd-5555eeee6666' };
const http = { [oauth.allowInsecureRequests]: true };

/** The strict client's own functions for RFC 8628, from a program rather than from a page. */
describe('oauth4webapi, signing in on another device', () => {
  const cloud = testCloud();

  test('accepts the codes, the wait and the tokens', async () => {
    const issuer = new URL(`${cloud.url}/${CONTOSO}/v2.0`);
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, http),
    );
    const scope = 'openid profile offline_access User.Read';
    const device = await oauth.processDeviceAuthorizationResponse(
      server,
      client,
      await oauth.deviceAuthorizationRequest(server, client, oauth.None(), { scope }, http),
    );
    const poll = async () =>
      oauth.processDeviceCodeResponse(
        server,
        client,
        await oauth.deviceCodeGrantRequest(server, client, oauth.None(), device.device_code, http),
      );
    await assert.rejects(poll(), { error: 'authorization_pending', status: 400 });

    const browser = new TestBrowser(cloud);
    const { pathname } = new URL(device.verification_uri);
    const { location } = await browser.post(pathname, { user_code: device.user_code });
    const consent = await browser.submit(await browser.get(location), {
      username: 'adele@contoso.example',
    });
    await browser.submit(consent, { decision: 'accept' });

    const tokens = await poll();
    assert.equal(oauth.getValidatedIdTokenClaims(tokens)?.['tid'], CONTOSO);
    assert.match(String(decodeJwt(tokens.access_token)['scp']), /\bUser\.Read\b/);
  });
});
