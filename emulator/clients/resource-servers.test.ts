import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import express from 'express';
import { auth, claimIncludes } from 'express-oauth2-jwt-bearer';
import { UnsecuredJWT, createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { CONTOSO, FABRIKAM, tokensFor } from '../test-browser.ts';

const ADELE = 'adele@contoso.example';
const ORDERS = '11112222-bbbb-3333-cccc-4444dddd5555';
const READ = 'openid api://orders.contoso.example/Orders.Read';
const APPROVE = 'openid api://orders.contoso.example/Orders.Approve';

/** APIs as teams write them, given access tokens of this cloud. */
describe('resource servers', () => {
  let cloud: LocalCloud;
  let api: Server;
  let now = Date.now();
  before(async () => {
    cloud = await startLocalCloud({ port: 0, clock: () => now });
    api = await listening(ordersApi(`${cloud.url}/${CONTOSO}/v2.0`));
  });
  after(async () => {
    api.closeAllConnections();
    await new Promise((resolve) => api.close(resolve));
    await cloud.close();
  });
  beforeEach(() => {
    cloud.reset();
    now = Date.now();
  });

  const tokenFor = async (scope: string, username = ADELE): Promise<string> =>
    (await tokensFor(cloud, username, { scope })).access_token;

  describe('express-oauth2-jwt-bearer', () => {
    const callApi = async (token: string): Promise<{ status: number; challenge: string }> => {
      const { port } = api.address() as AddressInfo;
      const response = await fetch(`http://localhost:${port}/orders`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const challenge = response.headers.get('www-authenticate') ?? '';
      return { status: response.status, challenge };
    };

    test('finds keys and issuer through the metadata and lets the token in', async () => {
      assert.equal((await callApi(await tokenFor(READ))).status, 200);
    });

    test('refuses a token without the permission', async () => {
      const { status, challenge } = await callApi(await tokenFor(APPROVE));
      assert.equal(status, 401);
      assert.match(challenge, /Unexpected 'scp' value/);
    });

    test('refuses a token for Graph', async () => {
      const { status, challenge } = await callApi(await tokenFor('openid User.Read'));
      assert.equal(status, 401);
      assert.match(challenge, /invalid_token/);
    });

    test('refuses a token of another tenant', async () => {
      const { status, challenge } = await callApi(await tokenFor(READ, 'oscar@fabrikam.example'));
      assert.equal(status, 401);
      assert.match(challenge, /Unexpected 'iss' value/);
    });

    test('refuses an ID token, whose audience is the app', async () => {
      const { id_token: idToken } = await tokensFor(cloud, ADELE, { scope: READ });
      const { status, challenge } = await callApi(idToken);
      assert.equal(status, 401);
      assert.match(challenge, /Unexpected 'aud' value/);
    });

    test('refuses a token that has expired', async () => {
      now = Date.now() - 7_200_000;
      const { status, challenge } = await callApi(await tokenFor(READ));
      assert.equal(status, 401);
      assert.match(challenge, /'exp' claim/);
    });

    test('refuses changed claims and a missing signature', async () => {
      const token = await tokenFor(READ);
      const claims = { ...decodeJwt(token), scp: 'Orders.Read Orders.Approve' };
      const [header, , signature] = token.split('.');
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      for (const forged of [
        [header, payload, signature].join('.'),
        new UnsecuredJWT(claims).encode(),
      ]) {
        assert.equal((await callApi(forged)).status, 401);
      }
    });
  });

  describe('jose', () => {
    const verify = (token: string, issuer = `${cloud.url}/${CONTOSO}/v2.0`) =>
      jwtVerify(token, createRemoteJWKSet(new URL(`${cloud.url}/${CONTOSO}/discovery/v2.0/keys`)), {
        issuer,
        audience: ORDERS,
        algorithms: ['RS256'],
        typ: 'JWT',
        requiredClaims: ['oid', 'tid', 'scp', 'sub', 'iat', 'nbf', 'exp', 'ver'],
      });

    test('verifies the token with everything an API may require', async () => {
      const { payload } = await verify(await tokenFor(READ));
      assert.equal(payload['scp'], 'Orders.Read');
      assert.equal(payload['tid'], CONTOSO);
      assert.equal(payload['ver'], '2.0');
    });

    test('refuses the issuer of another tenant', async () => {
      await assert.rejects(verify(await tokenFor(READ), `${cloud.url}/${FABRIKAM}/v2.0`), {
        code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
        claim: 'iss',
      });
    });

    test('refuses a token for another API', async () => {
      await assert.rejects(verify(await tokenFor('User.Read'), `${cloud.url}/${CONTOSO}/`), {
        claim: 'aud',
      });
    });

    test('refuses a token before its time and after it', async () => {
      now = Date.now() + 7_200_000;
      await assert.rejects(verify(await tokenFor(READ)), { claim: 'nbf' });
      now = Date.now() - 7_200_000;
      await assert.rejects(verify(await tokenFor(READ)), { code: 'ERR_JWT_EXPIRED' });
    });

    test('refuses a forged signature', async () => {
      const forged = (await tokenFor(READ)).replace(/.{8}$/, 'AAAAAAAA');
      await assert.rejects(verify(forged), { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    });

    test('verifies old tokens and new ones across a key rollover', async () => {
      const old = await tokenFor(READ);
      cloud.faults.rotateKeys();
      const [before, after] = [await verify(old), await verify(await tokenFor(READ))];
      assert.notEqual(before.protectedHeader.kid, after.protectedHeader.kid);
    });
  });
});

function ordersApi(issuerBaseURL: string): express.Express {
  const app = express();
  // Otherwise Express prints every refusal with its stack.
  app.set('env', 'test');
  app.use(auth({ issuerBaseURL, audience: ORDERS, tokenSigningAlg: 'RS256' }));
  // requiredScopes() reads `scope`; Entra names the claim `scp`.
  app.get('/orders', claimIncludes('scp', 'Orders.Read'), (_request, response) => {
    response.json([]);
  });
  return app;
}

async function listening(app: express.Express): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  return server;
}
