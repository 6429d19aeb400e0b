import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { TestBrowser } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

describe('consent', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  test('names the app, its publisher, the account and each permission in words', async () => {
    const page = await browser.submit(await browser.authorize(), {
      username: 'adele@contoso.example',
    });
    assert.match(page.text, /<h1>Permissions requested<\/h1>/);
    for (const words of [
      /Angular Entra ID sample/,
      /Published by Contoso/,
      /Adele Vance/,
      /Sign you in and read your profile/,
      /View your basic profile/,
      /Maintain access to data you have given it access to/,
    ]) {
      assert.match(page.text, words);
    }
  });

  test('declined, sends access_denied 65004 to the app and asks again next time', async () => {
    const page = await browser.submit(await browser.authorize(), {
      username: 'adele@contoso.example',
    });
    const { status, result } = await browser.submit(page, { decision: 'cancel' });
    assert.equal(status, 303);
    assert.equal(result.get('error'), 'access_denied');
    assert.match(result.get('error_description') ?? '', /^AADSTS65004: User declined to consent/);
    assert.equal(result.get('state'), 'the state');
    assert.match((await browser.authorize()).text, /Permissions requested/);
  });

  test('is asked for what is new only, and for one person only', async () => {
    await browser.signIn('adele@contoso.example');
    const more = await browser.authorize({ scope: 'User.Read Mail.Read openid' });
    assert.match(more.text, /<code>Mail\.Read<\/code>/);
    assert.doesNotMatch(more.text, /<code>User\.Read<\/code>/);
    const other = new TestBrowser(cloud);
    const page = await other.submit(await other.authorize(), { username: 'megan@contoso.example' });
    assert.match(page.text, /<code>User\.Read<\/code>/);
  });

  test('prompt=consent asks again for everything', async () => {
    await browser.signIn('adele@contoso.example');
    const page = await browser.authorize({ prompt: 'consent' });
    assert.match(page.text, /<code>User\.Read<\/code>/);
    const { result } = await browser.submit(page, { decision: 'accept' });
    assert.ok(result.get('code'));
  });

  test('.default asks for what the registration lists', async () => {
    const page = await browser.submit(
      await browser.authorize({ scope: 'https://graph.microsoft.com/.default' }),
      { username: 'adele@contoso.example' },
    );
    assert.match(page.text, /<code>User\.Read<\/code>/);
  });

  test('two pages that ask for the same consent can both be accepted', async () => {
    const other = new TestBrowser(cloud);
    const [page, second] = [
      await browser.submit(await browser.authorize(), { username: 'adele@contoso.example' }),
      await other.submit(await other.authorize(), { username: 'adele@contoso.example' }),
    ];

    for (const answer of [
      await browser.submit(page, { decision: 'accept' }),
      await other.submit(second, { decision: 'accept' }),
    ])
      assert.ok(answer.result.get('code'));
  });

  test('a finished request cannot be answered a second time', async () => {
    const page = await browser.submit(await browser.authorize(), {
      username: 'adele@contoso.example',
    });
    await browser.submit(page, { decision: 'cancel' });
    const again = await browser.submit(page, { decision: 'accept' });
    assert.equal(again.status, 400);
    assert.match(again.text, /AADSTS165000/);
  });

  test('is forgotten by a reset, with the session', async () => {
    await browser.signIn('adele@contoso.example');
    cloud.reset();
    assert.match((await browser.authorize()).text, /Pick an account/);
    assert.equal(cloud.log.length, 1);
  });
});
