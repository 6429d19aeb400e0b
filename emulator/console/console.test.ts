import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { beforeEach, describe, test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import { startLocalCloud } from '../index.ts';
import { TestBrowser, authorizePath, callGraph, redeemCode, tokensFor } from '../test-browser.ts';
import type { Answer } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const ADELE = 'adele@contoso.example';

describe('the page for people', () => {
  const cloud = testCloud({ control: true });
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  const press = async (path: string, fields: Record<string, string>): Promise<Answer> => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await browser.get('/')).text)?.[1];
    return browser.post(path, { csrf, ...fields });
  };

  test('shows tenants, people and apps of a fresh cloud', async () => {
    const { status, text } = await browser.get('/');
    assert.equal(status, 200);
    for (const shown of [
      /Fabrikam/,
      /Adele Vance/,
      /Angular Entra ID sample/,
      /Nobody is signed/,
    ]) {
      assert.match(text, shown);
    }
  });

  test('finds people by name, address or job, in an open list', async () => {
    assert.match((await browser.get('/')).text, /role="search"[^>]*action="\/#people"/);
    const { text } = await browser.get('/?find=retail+MANAGER');
    assert.match(text, /<details[^>]* open[^>]*>\s*<summary>Contoso.*1 person.*Adele Vance/s);
    assert.doesNotMatch(text, /Oscar|Megan Bowen/);
    assert.match((await browser.get('/?find=%22%3E%3Cb%3E')).text, /Nobody found/);
  });

  test('lists the APIs with their scopes', async () => {
    const { text } = await browser.get('/');
    assert.match(text, /Contoso Orders API.*api:\/\/orders\.contoso\.example.*Orders\.Approve/s);
    assert.match(text, /Microsoft Graph.*\d{3} delegated permissions/s);
  });

  test('tells each request with the decision made, who is signed in and who agreed to what', async () => {
    await tokensFor(cloud, ADELE);
    await browser.authorize({ client_id: 'nobody' });
    const { text } = await browser.get('/');
    assert.match(text, /tokens issued to adele@contoso\.example for a code/);
    assert.match(text, /AADSTS700016 shown, nothing sent to the app/);
    assert.match(text, /Browser 1/);
    assert.match(text, /<code>https:\/\/graph\.microsoft\.com\/User\.Read<\/code>/);
  });

  test('shows no code, token or session id, and of a hostile name only the text', async () => {
    const [cookie = ''] = (await browser.authorize()).headers.getSetCookie();
    const sessionId = /=([^;]+)/.exec(cookie)?.[1] ?? '';
    assert.notEqual(sessionId, '');
    const { result } = await browser.signIn('mallory@contoso.example');
    const { body } = await redeemCode(cloud, result.get('code'));
    const { text } = await browser.get('/');
    for (const secret of [
      ...[result.get('code') ?? '', body.access_token, body.refresh_token, body.id_token],
      sessionId,
    ]) {
      assert.ok(!text.includes(secret));
    }
    assert.doesNotMatch(text, /<script|<img src=x/);
  });

  test('is given every stylesheet there is, and so are the sign-in pages theirs', async () => {
    const linked = async (path: string): Promise<string[]> => {
      const links = [
        ...(await browser.get(path)).text.matchAll(/rel="stylesheet" href="([^"]+)"/g),
      ];
      return links.map(([, href = '']) => href).sort();
    };
    const here = (folder: string): string[] =>
      globSync('*.css', { cwd: new URL(`../${folder}/`, import.meta.url) })
        .map((name) => `/${folder}/${name}`)
        .sort();
    assert.deepEqual(await linked('/'), [...here('assets'), ...here('console')]);
    assert.deepEqual(await linked(authorizePath()), here('assets'));
    for (const path of await linked('/')) {
      const { status, headers, text } = await browser.get(path);
      assert.equal(status, 200, path);
      assert.match(headers.get('content-type') ?? '', /^text\/css/);
      assert.match(text, /\{/);
    }
  });

  test('needs no script and no inline style', async () => {
    const { headers, text } = await browser.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'self'/);
    assert.doesNotMatch(text, / style=| onclick=/);
  });

  test('a button makes the next request of one person fail', async () => {
    const { access_token: token } = await tokensFor(cloud, ADELE);
    const pressed = await press('/console/faults', {
      preset: 'graph-down',
      person: ADELE,
      times: '1',
    });
    assert.equal(pressed.status, 303);
    assert.match((await browser.get('/')).text, /adele@contoso\.example,\s+next 1/);
    assert.equal((await callGraph(cloud, '/me', token)).status, 503);
    assert.equal((await callGraph(cloud, '/me', token)).status, 200);
  });

  test('a fault can be taken away, and everything be reset', async () => {
    await press('/console/faults', { preset: 'token-down', person: '', times: '' });
    const [rule] = cloud.faults.active;
    await press('/console/remove', { fault: String(rule?.id) });
    assert.equal(cloud.faults.active.length, 0);
    await tokensFor(cloud, ADELE);
    await press('/console/reset', {});
    assert.match((await browser.get('/')).text, /Nobody has agreed to anything yet/);
  });

  test('controls act at once on what was issued', async () => {
    const { access_token: token } = await tokensFor(cloud, ADELE);
    await press('/console/faults', { preset: 'expireAccessTokens', person: '', times: '1' });
    assert.equal((await callGraph(cloud, '/me', token)).status, 401);
  });

  test('the clock can be put wrong and right again, which the page tells', async () => {
    const { access_token: token } = await tokensFor(cloud, ADELE);
    await press('/console/faults', { preset: 'clock-ahead' });
    assert.equal((await callGraph(cloud, '/me', token)).status, 401);
    assert.match((await browser.get('/')).text, /The clock is 1440 minutes\s+ahead/);
    await press('/console/faults', { preset: 'clock-behind' });
    assert.match((await browser.get('/')).text, /The clock is 10 minutes\s+behind/);
    await press('/console/faults', { preset: 'clock-right' });
    assert.equal((await callGraph(cloud, '/me', token)).status, 200);
    assert.match((await browser.get('/')).text, /everything works as it should/);
  });

  test('the next key can be made to sign', async () => {
    const keyOf = async (): Promise<string | undefined> =>
      decodeProtectedHeader((await tokensFor(cloud, ADELE)).id_token).kid;
    const before = await keyOf();
    await press('/console/faults', { preset: 'rotateKeys' });
    assert.notEqual(await keyOf(), before);
  });

  test('refuses a post without the secret of the page, and choices it does not offer', async () => {
    const forged = await browser.post('/console/faults', { preset: 'graph-down', csrf: 'guessed' });
    assert.equal(forged.status, 403);
    assert.equal(cloud.faults.active.length, 0);
    assert.equal((await press('/console/faults', { preset: '__proto__' })).status, 400);
    const nobody = { preset: 'graph-down', person: 'nobody@contoso.example' };
    assert.equal((await press('/console/faults', nobody)).status, 400);
  });

  test('faultButtons opens the page’s buttons, and not /control', async () => {
    const open = await startLocalCloud({ port: 0, faultButtons: true });
    try {
      const visitor = new TestBrowser(open);
      assert.match((await visitor.get('/')).text, /Graph is unavailable/);
      assert.equal((await fetch(`${open.url}/control/faults`)).status, 404);
    } finally {
      await open.close();
    }
  });

  test('without either there are no buttons, and nothing to post to', async () => {
    const plain = await startLocalCloud({ port: 0 });
    try {
      const visitor = new TestBrowser(plain);
      assert.doesNotMatch((await visitor.get('/')).text, /<form method="post"|Reset everything/);
      assert.equal((await visitor.post('/console/reset', {})).status, 404);
    } finally {
      await plain.close();
    }
  });
});
