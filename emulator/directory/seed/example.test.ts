import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { readSeedOption } from '../../options.ts';
import { TestBrowser, redeemCode } from '../../test-browser.ts';
import type { Fields } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const file = fileURLToPath(new URL('../../seed.example.json', import.meta.url));
const TENANT = 'contoso.example';
const APP = {
  client_id: '55556666-ffff-7777-aaaa-88889999bbbb',
  redirect_uri: 'http://localhost:5173/',
};
const API = 'api://warehouse.contoso.example';

describe('emulator/seed.example.json', () => {
  const seed = readSeedOption(file);
  const cloud = testCloud({ seed });
  const signIn = (username: string, more: Fields) =>
    new TestBrowser(cloud).signIn(username, { ...APP, ...more }, TENANT);
  const redeem = async (code: string | null, more: Fields) =>
    (await redeemCode(cloud, code, { ...APP, ...more }, { tenant: TENANT })).body;

  test('names its schema, which is there', () => {
    assert.match(readFileSync(file, 'utf8'), /"\$schema": "\.\/seed\.schema\.json"/);
    assert.ok(readFileSync(new URL('../../seed.schema.json', import.meta.url)).length > 0);
  });

  test('makes a person who signs in to an app with its role and her group', async () => {
    const { result } = await signIn('nia@contoso.example', {});
    const body = await redeem(result.get('code'), {});
    const claims = decodeJwt(body.id_token);
    assert.equal(claims['name'], 'Nia Okafor');
    assert.deepEqual(claims['roles'], ['Shift.Lead']);
    assert.equal((claims['groups'] as string[]).length, 3, 'company, department, team');
  });

  test('makes an API whose tokens carry the scope and the role a group has', async () => {
    const scope = `openid ${API}/Stock.Read`;
    const { result } = await signIn('adele@contoso.example', { scope });
    const body = await redeem(result.get('code'), { scope });
    const claims = decodeJwt(body.access_token);
    assert.equal(claims.aud, '44445555-eeee-6666-ffff-777788889999');
    assert.equal(claims['scp'], 'Stock.Read');
    assert.deepEqual(claims['roles'], ['Stock.Keeper']);
    assert.equal(claims['ver'], '2.0');
    const other = await signIn('lee@contoso.example', { scope });
    const tokens = await redeem(other.result.get('code'), { scope });
    assert.equal(decodeJwt(tokens.access_token)['roles'], undefined);
  });

  test('shows the words of its scopes, and keeps those for administrators from others', async () => {
    const browser = new TestBrowser(cloud);
    const page = await browser.submit(
      await browser.authorize({ ...APP, scope: `${API}/Stock.Read` }, TENANT),
      { username: 'nia@contoso.example' },
    );
    assert.match(page.text, /Read what is in stock/);
    for (const scope of [`${API}/Stock.Count.All`, 'Bookmark.Read.All']) {
      const refused = await signIn('nia@contoso.example', { scope });
      assert.match(refused.text, /AADSTS90094/, scope);
    }
  });

  test('`.default` asks for what the registration lists, written in either way', async () => {
    const graph = await signIn('nia@contoso.example', { scope: 'openid .default' });
    const tokens = await redeem(graph.result.get('code'), { scope: 'openid .default' });
    assert.match(String(decodeJwt(tokens.access_token)['scp']), /\bUser\.Read\b/);
    const api = await signIn('nia@contoso.example', { scope: `${API}/.default` });
    assert.ok(api.result.get('code'), api.text);
  });
});
