import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seededDirectory } from '../../directory/directory.ts';
import { readSeed } from '../../directory/seed.ts';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import { callGraph, tokensFor } from '../../test-browser.ts';

describe('photos', () => {
  let cloud: LocalCloud;
  let adele = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    adele = (await tokensFor(cloud, 'adele@contoso.example')).access_token;
  });
  after(() => cloud.close());

  const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];
  const paths = sizes.map((size) => `/me/photos/${String(size)}x${String(size)}/$value`);
  for (const path of ['/me/photo/$value', ...paths]) {
    test(`${path} is a JPEG with an ETag`, async () => {
      const response = await callGraph(cloud, path, adele);
      const bytes = Buffer.from(await response.arrayBuffer());
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'image/jpeg');
      assert.match(response.headers.get('etag') ?? '', /^".+"$/);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    });
  }

  test('/me/photo describes it', async () => {
    const response = await callGraph(cloud, '/me/photo', adele);
    const body = (await response.json()) as Record<string, unknown>;
    assert.equal(body['@odata.mediaContentType'], 'image/jpeg');
    assert.equal(body['id'], '648x648');
    assert.equal(body['width'], 648);
  });

  test('/me/photos lists every size there is', async () => {
    const response = await callGraph(cloud, '/me/photos', adele);
    const { value } = (await response.json()) as { value: { id: string; width: number }[] };
    assert.deepEqual(
      value.map(({ width }) => width),
      sizes,
    );
    assert.equal(value[0]?.id, '48x48');
  });

  test('a photo that was uploaded small has no larger sizes', async () => {
    const { people } = seededDirectory(readSeed({}));
    const owner = people.find(({ portrait }) => portrait !== null && portrait >= 8);
    const { access_token } = await tokensFor(cloud, owner?.userPrincipalName ?? '');
    const get = (path: string) => callGraph(cloud, path, access_token);
    assert.equal((await get('/me/photos/240x240/$value')).status, 200);
    assert.equal((await get('/me/photos/648x648/$value')).status, 404);
  });

  test('somebody without a photo gets 404, and so does a size that was never made', async () => {
    const { access_token } = await tokensFor(cloud, 'lee@contoso.example');
    for (const [path, token] of [
      ['/me/photo/$value', access_token],
      ['/me/photo', access_token],
      ['/me/photos/500x500/$value', adele],
    ] as const) {
      const response = await callGraph(cloud, path, token);
      const body = (await response.json()) as { error: { code: string } };
      assert.equal(response.status, 404);
      assert.equal(body.error.code, 'ErrorEntityNotFound');
    }
  });

  test('a token without the permission is a 403', async () => {
    const { access_token } = await tokensFor(cloud, 'adele@contoso.example', { scope: 'openid' });
    cloud.reset();
    const mail = await tokensFor(cloud, 'adele@contoso.example', { scope: 'Mail.Read' });
    assert.ok(access_token);
    const response = await callGraph(cloud, '/me/photo/$value', mail.access_token);
    assert.equal(response.status, 403);
  });
});
