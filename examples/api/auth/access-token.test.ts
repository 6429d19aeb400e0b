import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { before, describe, test } from 'node:test';
import { SignJWT, UnsecuredJWT, base64url, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import type { GenerateKeyPairResult, JWTPayload } from 'jose';
import { Problem } from '../problem.ts';
import type { ApiSettings } from '../settings.ts';
import { verifyAccessToken } from './access-token.ts';
import { remoteKeys } from './signing-keys.ts';

/** Tokens made here, each wrong in one way: the local cloud never issues such. */

const TENANT = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
const OTHER_TENANT = 'bbbbcccc-1111-dddd-2222-eeee3333ffff';
const APP = '00001111-aaaa-2222-bbbb-3333cccc4444';
const LOGIN = 'https://login.example';
const NOW = new Date('2026-11-27T12:00:00Z');
const seconds = NOW.getTime() / 1000;

const settings: ApiSettings = {
  login: LOGIN,
  audience: '66667777-aaaa-8888-bbbb-9999cccc0000',
  tenants: [TENANT],
  apps: [APP],
  origins: [],
};
const good: JWTPayload = {
  aud: settings.audience,
  iss: `${LOGIN}/${TENANT}/v2.0`,
  iat: seconds - 300,
  nbf: seconds - 300,
  exp: seconds + 3600,
  azp: APP,
  oid: '11112222-3333-4444-5555-666677778888',
  scp: 'Tasks.Read Tasks.ReadWrite',
  tid: TENANT,
  ver: '2.0',
};
const header = { typ: 'JWT', alg: 'RS256', kid: 'ours' };

describe('an access token', () => {
  let ours: GenerateKeyPairResult;
  let theirs: GenerateKeyPairResult;
  let keyIssuer = '';
  before(async () => {
    ours = await generateKeyPair('RS256', { extractable: true });
    theirs = await generateKeyPair('RS256');
    keyIssuer = `${LOGIN}/{tenantid}/v2.0`;
  });

  const sign = (claims: JWTPayload, more = {}, key = ours.privateKey) =>
    new SignJWT(claims).setProtectedHeader({ ...header, ...more }).sign(key);
  const verify = (token: string, issuer = keyIssuer, changed: Partial<ApiSettings> = {}) =>
    verifyAccessToken(
      token,
      { ...settings, ...changed },
      () => Promise.resolve({ key: ours.publicKey, issuer }),
      NOW,
    );
  const refused = (verified: Promise<unknown>, why: RegExp) =>
    assert.rejects(verified, (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.status, 401);
      assert.match(error.message, why);
      assert.match(error.headers['WWW-Authenticate'] ?? '', /^Bearer .*error="invalid_token"/);
      return true;
    });

  test('that is right says who calls and what they may', async () => {
    assert.deepEqual(await verify(await sign(good)), {
      id: `${TENANT}/${String(good['oid'])}`,
      tenantId: TENANT,
      scopes: ['Tasks.Read', 'Tasks.ReadWrite'],
      roles: [],
      issuedAt: seconds - 300,
      handlesClaimsChallenges: false,
    });
  });

  const wrong: Record<string, [claims: Record<string, unknown>, why: RegExp]> = {
    'for another API': [{ aud: APP }, /aud/],
    'by the name of the API, as in version 1': [{ aud: 'api://tasks.contoso.example' }, /aud/],
    'from another identity provider': [{ iss: `https://evil.example/${TENANT}/v2.0` }, /issuer/],
    'with version 1’s issuer': [{ iss: `${LOGIN}/${TENANT}/` }, /issuer/],
    'from another tenant’s issuer': [{ iss: `${LOGIN}/${OTHER_TENANT}/v2.0` }, /issuer/],
    'of a tenant that may not call': [
      { tid: OTHER_TENANT, iss: `${LOGIN}/${OTHER_TENANT}/v2.0` },
      /tenant/,
    ],
    'that has expired': [{ exp: seconds - 61 }, /expired/],
    'from the future': [{ nbf: seconds + 61 }, /nbf/],
    'without an end': [{ exp: undefined }, /exp/],
    'without a beginning': [{ nbf: undefined }, /nbf/],
    'without a tenant': [{ tid: undefined }, /tid/],
    'without a person': [{ oid: undefined }, /oid/],
    'of an app that has it for itself': [{ scp: undefined, roles: ['Tasks.Admin'] }, /scp/],
    'of version 1': [{ ver: '1.0' }, /ver/],
    'of an app that may not call': [{ azp: OTHER_TENANT }, /app/],
    'without an app': [{ azp: undefined }, /azp/],
    'with one role in place of a list': [{ roles: 'Tasks.Admin' }, /roles/],
  };
  for (const [what, [claims, why]] of Object.entries(wrong)) {
    test(`${what} is refused`, async () => {
      await refused(verify(await sign({ ...good, ...claims })), why);
    });
  }

  test('within a minute of its time is let in: clocks differ', async () => {
    await verify(await sign({ ...good, exp: seconds - 59 }));
    await verify(await sign({ ...good, nbf: seconds + 59 }));
  });

  test('of another type than JWT is refused', async () => {
    await refused(verify(await sign(good, { typ: 'at+jwt' })), /typ/);
    await refused(verify(await sign(good, { typ: undefined })), /typ/);
  });

  test('without a signature, `none`, is refused', async () => {
    await refused(verify(new UnsecuredJWT(good).encode()), /no JWT/);
    const [head, payload] = (await sign(good, {})).split('.');
    await refused(verify(`${String(head)}.${String(payload)}.`), /signature/);
  });

  test('signed with the public key as a secret, HS256, is refused', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(ours.publicKey));
    const forged = new SignJWT(good).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
    await refused(verify(await forged), /signature/);
  });

  test('signed with another key under the id of ours is refused', async () => {
    await refused(verify(await sign(good, {}, theirs.privateKey)), /signature/);
  });

  test('that brings its own key along is refused', async () => {
    const jwk = await exportJWK(theirs.publicKey);
    await refused(verify(await sign(good, { jwk }, theirs.privateKey)), /signature/);
  });

  test('whose claims were changed is refused', async () => {
    const [head, , signature] = (await sign(good)).split('.');
    const payload = base64url.encode(JSON.stringify({ ...good, roles: ['Tasks.Admin'] }));
    await refused(verify([head, payload, signature].join('.')), /signature/);
  });

  test('signed with a key of another issuer is refused', async () => {
    const consumers = `${LOGIN}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`;
    await refused(verify(await sign(good), consumers), /key/);
  });
});

test('keys are fetched once, again for an unknown one, and not at every made-up id', async () => {
  const old = await generateKeyPair('RS256');
  const next = await generateKeyPair('RS256');
  const publish = async (kid: string, { publicKey }: GenerateKeyPairResult) => ({
    ...(await exportJWK(publicKey)),
    ...{ kid, use: 'sig', alg: 'RS256', issuer: `${LOGIN}/{tenantid}/v2.0` },
  });
  let keys = [await publish('old', old)];
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const verifyWith = async (findKey: ReturnType<typeof remoteKeys>, kid: string, pair = next) => {
    const token = new SignJWT(good).setProtectedHeader({ ...header, kid }).sign(pair.privateKey);
    return verifyAccessToken(await token, settings, findKey, NOW);
  };
  try {
    const patient = remoteKeys(origin);
    await verifyWith(patient, 'old', old);
    await verifyWith(patient, 'old', old);
    for (const kid of ['a', 'b', 'c']) await assert.rejects(verifyWith(patient, kid));

    assert.equal(requests, 1);

    const eager = remoteKeys(origin, 0);
    await verifyWith(eager, 'old', old);
    keys = [await publish('old', old), await publish('next', next)];
    await verifyWith(eager, 'next');
    await verifyWith(eager, 'old', old);

    assert.equal(requests, 3);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  await assert.rejects(verifyWith(remoteKeys(origin), 'next'), { status: 503 });
});
