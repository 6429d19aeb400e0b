import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { callGraph, tokensFor } from '../test-browser.ts';

describe('photos', () => {
  let cloud: LocalCloud;
  let adele = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    adele = (await tokensFor(cloud, 'adele@contoso.example')).access_token;
  });
  after(() => cloud.close());

  for (const path of ['/me/photo/$value', '/me/photos/96x96/$value', '/me/photos/48x48/$value']) {
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
    assert.equal(body['id'], '240x240');
    assert.equal(body['width'], 240);
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
