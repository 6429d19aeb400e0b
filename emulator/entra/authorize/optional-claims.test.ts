import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { TestBrowser, redeemCode, redeemRefreshToken } from '../../test-browser.ts';
import type { Fields } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const ADELE = 'adele@contoso.example';
const NAMES = ['email', 'ctry', 'family_name', 'given_name', 'acct'];
const asked = (members: object) => JSON.stringify({ id_token: members });
const ALL = asked({
  email: null,
  ctry: { essential: true },
  family_name: { essential: false },
  given_name: null,
  acct: null,
  made_up: { essential: true },
});

describe('optional claims by the claims parameter', () => {
  const cloud = testCloud();
  const tokens = async (overrides: Fields, redemption: Fields = {}) => {
    const { result } = await new TestBrowser(cloud).signIn(ADELE, overrides);
    return (await redeemCode(cloud, result.get('code'), redemption)).body;
  };
  const pick = (idToken: string) =>
    Object.fromEntries(Object.entries(decodeJwt(idToken)).filter(([name]) => NAMES.includes(name)));
  const values = {
    email: ADELE,
    ctry: 'US',
    family_name: 'Vance',
    given_name: 'Adele',
    acct: 0,
  };

  test('are in the ID token when the authorize request asks, essential or not', async () => {
    const { id_token: token } = await tokens({ claims: ALL });
    assert.deepEqual(pick(token), values);
    assert.equal(decodeJwt(token)['made_up'], undefined);
  });

  test('are in the ID token when the token request asks, also by a refresh token', async () => {
    const first = await tokens({}, { claims: ALL });
    assert.deepEqual(pick(first.id_token), values);
    const again = await redeemRefreshToken(cloud, first.refresh_token, {
      claims: ALL,
      scope: 'openid profile',
    });
    assert.deepEqual(pick(again.body.id_token), values);
  });

  test('are not there unless asked for, and names need the scope profile', async () => {
    assert.deepEqual(pick((await tokens({})).id_token), {});
    const { id_token: token } = await tokens({ claims: ALL, scope: 'openid User.Read' });
    assert.deepEqual(pick(token), { email: ADELE, ctry: 'US', acct: 0 });
  });

  test('xms_cc says whether the client handles claims challenges', async () => {
    const capable = { access_token: { xms_cc: { essential: true, values: ['cp1'] } } };
    const claims = JSON.stringify({ ...capable, id_token: { xms_cc: null } });
    const able = await tokens({ claims });
    assert.deepEqual(decodeJwt(able.id_token)['xms_cc'], ['CP1']);
    assert.deepEqual(decodeJwt(able.access_token)['xms_cc'], ['CP1']);
    const unable = await tokens({ claims: asked({ xms_cc: null }) });
    assert.equal(decodeJwt(unable.id_token)['xms_cc'], undefined);
  });

  for (const odd of ['{"id_token":null}', '{"id_token":[]}', '{"id_token":"email"}', '[]']) {
    test(`${odd} asks for nothing`, async () => {
      assert.deepEqual(pick((await tokens({ claims: odd })).id_token), {});
    });
  }
});
