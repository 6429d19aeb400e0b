import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { CONTOSO, TestBrowser, callGraph, redeemCode } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

describe('prompt=create', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });
  const NEW = { username: 'Noor@outlook.example', displayName: 'Noor Haddad' };
  const create = { prompt: 'create', scope: 'openid profile offline_access User.Read' };

  test('makes a personal account, which is signed in to the app', async () => {
    const page = await browser.authorize(create);
    assert.match(page.text, /<h1>Create account<\/h1>/);
    const consent = await browser.submit(page, NEW);
    assert.match(consent.text, /Permissions requested/);
    const { result } = await browser.submit(consent, { decision: 'accept' });
    const { body } = await redeemCode(cloud, result.get('code'));
    assert.equal(decodeJwt(body.id_token)['preferred_username'], 'noor@outlook.example');
    const me = await callGraph(cloud, '/me', body.access_token);
    assert.equal(((await me.json()) as { displayName: string }).displayName, 'Noor Haddad');
  });

  test('asks somebody who is signed in as well, and offers the sign-in instead', async () => {
    await browser.signIn('robin@outlook.example');
    const page = await browser.authorize(create);
    assert.match(page.text, /Create account/);
    const path = /href="(\/interaction\/[^"]+\?pick)"/.exec(page.text)?.[1] ?? '';
    assert.match((await browser.get(path)).text, /<h1>Pick an account<\/h1>/);
  });

  const mistakes: [string, object, RegExp][] = [
    ['a name that is taken', { username: 'robin@outlook.example' }, /has this address already/],
    ['a domain of a company', { username: 'noor@contoso.example' }, /ends in @outlook\.example/],
    ['no address', { username: 'noor' }, /ends in @outlook\.example/],
    ['no name', { displayName: ' ' }, /Say what you are called/],
  ];
  for (const [what, fields, problem] of mistakes) {
    test(`${what} is refused on the form and can be corrected`, async () => {
      const page = await browser.submit(await browser.authorize(create), { ...NEW, ...fields });
      assert.match(page.text, /role="alert"/);
      assert.match(page.text, problem);
      assert.equal(page.text.split('aria-invalid').length, 2, 'one field is wrong');
      assert.match((await browser.submit(page, NEW)).text, /Permissions requested/);
    });
  }

  test('shows a hostile name as text', async () => {
    const page = await browser.submit(await browser.authorize(create), {
      username: '"><img src=x>',
      displayName: '<script>alert(1)</script>',
    });
    assert.doesNotMatch(page.text, /<img src=x|<script/);
  });

  test('needs the secret of its page', async () => {
    const page = await browser.authorize(create);
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    assert.match((await browser.post(action, { ...NEW, csrf: 'x' })).text, /AADSTS165000/);
  });

  test('a reset takes the account away again', async () => {
    await browser.submit(await browser.authorize(create), NEW);
    cloud.reset();
    const page = await browser.submit(await browser.authorize(), { username: NEW.username });
    assert.match(page.text, /AADSTS50034/);
  });

  for (const tenant of ['organizations', CONTOSO]) {
    test(`is no prompt at /${tenant}, where nobody can sign up (90023)`, async () => {
      const { result } = await browser.authorize(create, tenant);
      assert.match(result.get('error_description') ?? '', /^AADSTS90023: /);
    });
  }
});
