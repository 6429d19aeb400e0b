import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FaultRule } from '../index.ts';
import { TestBrowser, callGraph, redeemRefreshToken, tokensFor } from '../test-browser.ts';
import type { TokenBody } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const ADELE = 'adele@contoso.example';
const MEGAN = 'megan@contoso.example';

describe('faults', () => {
  const cloud = testCloud();

  const graphStatus = async ({ access_token }: TokenBody, path = '/me'): Promise<number> =>
    (await callGraph(cloud, path, access_token)).status;

  describe('rules', () => {
    test('hold for the next n requests after the first m, then are gone', async () => {
      const tokens = await tokensFor(cloud, ADELE);
      const fault = { kind: 'graph-error', status: 500, code: 'generalException' } as const;
      cloud.faults.add({ at: 'graph', fault, after: 1, times: 2 });
      const statuses = [];
      for (let call = 0; call < 4; call += 1) {
        statuses.push(await graphStatus(tokens));
      }
      assert.deepEqual(statuses, [200, 500, 500, 200]);
      assert.equal(cloud.faults.active.length, 0);
    });

    test('meet the paths that begin so, or that path alone', async () => {
      const tokens = await tokensFor(cloud, ADELE);
      const fault = { kind: 'graph-error', status: 503, code: 'serviceNotAvailable' } as const;
      const remove = cloud.faults.add({ at: 'graph', path: '/me/photo', fault });
      assert.equal(await graphStatus(tokens, '/me/photo/$value'), 503);
      assert.equal(await graphStatus(tokens), 200);
      remove();
      cloud.faults.add({ at: 'graph', path: '/me$', fault });
      assert.equal(await graphStatus(tokens, '/me/photo/$value'), 200);
      assert.equal(await graphStatus(tokens), 503);
    });

    test('meet one person and leave the others alone', async () => {
      const [adele, megan] = [await tokensFor(cloud, ADELE), await tokensFor(cloud, MEGAN)];
      const fault = { kind: 'graph-error', status: 403, code: 'x' } as const;
      cloud.faults.add({ at: 'graph', person: ADELE, fault });
      assert.equal(await graphStatus(adele), 403);
      assert.equal(await graphStatus(megan), 200);
      cloud.faults.clear();
      const refused = { kind: 'entra-error', code: 50076, error: 'interaction_required' } as const;
      cloud.faults.add({ at: 'token', person: MEGAN, fault: refused });
      assert.equal((await redeemRefreshToken(cloud, adele.refresh_token)).status, 200);
      assert.equal((await redeemRefreshToken(cloud, megan.refresh_token)).status, 400);
    });

    test('tell codes from refresh tokens, and iframes from pages', async () => {
      const fault = { kind: 'entra-error', code: 90055, error: 'temporarily_unavailable' } as const;
      cloud.faults.add({ at: 'token', grant: 'refresh_token', fault });
      const tokens = await tokensFor(cloud, ADELE);
      assert.ok(tokens.access_token);
      assert.equal((await redeemRefreshToken(cloud, tokens.refresh_token)).status, 400);
      const browser = new TestBrowser(cloud);
      await browser.signIn(ADELE);
      const silent = { kind: 'entra-error', code: 50058, error: 'login_required' } as const;
      cloud.faults.add({ at: 'authorize', silent: true, fault: silent });
      assert.ok((await browser.authorize()).result.get('code'));
      const { result } = await browser.authorize({ prompt: 'none' });
      assert.equal(result.get('error'), 'login_required');
    });

    test('are cleared by a reset', () => {
      cloud.faults.add({ at: 'token', fault: { kind: 'abort' } });
      cloud.reset();
      assert.equal(cloud.faults.active.length, 0);
    });
  });

  describe('of transport', () => {
    test('abort breaks the connection', async () => {
      cloud.faults.add({ at: 'keys', fault: { kind: 'abort' } });
      await assert.rejects(fetch(`${cloud.url}/common/discovery/v2.0/keys`));
    });

    test('hang gives no answer until the faults are cleared', async () => {
      cloud.faults.add({ at: 'keys', fault: { kind: 'hang' } });
      const address = `${cloud.url}/common/discovery/v2.0/keys`;
      const signal = AbortSignal.timeout(150);
      await assert.rejects(fetch(address, { signal }), { name: 'TimeoutError' });
      const call = fetch(address);
      while (cloud.faults.active[0]?.seen !== 2) {
        await new Promise(setImmediate);
      }
      cloud.faults.clear();
      await assert.rejects(call);
    });

    test('delay answers late, but as always', async () => {
      cloud.faults.add({ at: 'keys', fault: { kind: 'delay', ms: 60 } });
      const started = performance.now();
      assert.equal((await fetch(`${cloud.url}/common/discovery/v2.0/keys`)).status, 200);
      assert.ok(performance.now() - started >= 55);
    });

    const bodies: [string, FaultRule['fault'], number, string, string | null][] = [
      [
        '503 as HTML',
        { kind: 'respond', status: 503, body: '<h1>no</h1>' },
        503,
        '<h1>no</h1>',
        null,
      ],
      [
        'half a JSON',
        { kind: 'respond', status: 200, body: '{"a', contentType: 'application/json' },
        200,
        '{"a',
        null,
      ],
      ['an empty body', { kind: 'respond', status: 200 }, 200, '', null],
      [
        '429 with Retry-After',
        { kind: 'respond', status: 429, headers: { 'Retry-After': '2' } },
        429,
        '',
        '2',
      ],
    ];
    for (const [what, fault, status, body, retryAfter] of bodies) {
      for (const at of ['graph', 'token'] as const) {
        test(`${what} from ${at}, readable across origins`, async () => {
          cloud.faults.add({ at, fault });
          const path = at === 'graph' ? '/v1.0/me' : '/common/oauth2/v2.0/token';
          const response = await fetch(cloud.url + path, {
            method: at === 'graph' ? 'GET' : 'POST',
          });
          assert.equal(response.status, status);
          assert.equal(await response.text(), body);
          assert.equal(response.headers.get('retry-after'), retryAfter);
          assert.equal(response.headers.get('access-control-allow-origin'), '*');
        });
      }
    }

    test('a Graph error can come with Retry-After', async () => {
      const tokens = await tokensFor(cloud, ADELE);
      const fault = {
        kind: 'graph-error',
        status: 429,
        code: 'TooManyRequests',
        retryAfter: 1,
      } as const;
      cloud.faults.add({ at: 'graph', fault });
      const response = await callGraph(cloud, '/me', tokens.access_token);
      assert.equal(response.headers.get('retry-after'), '1');
      assert.match(await response.text(), /"code":"TooManyRequests"/);
    });
  });
});
