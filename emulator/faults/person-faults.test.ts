import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { TestBrowser, authorizePath } from '../test-browser.ts';
import type { Answer, Fields } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const ADELE = 'adele@contoso.example';
const MEGAN = 'megan@contoso.example';
const OSCAR = 'oscar@fabrikam.example';
const REFUSED = { kind: 'entra-error', code: 53003, error: 'access_denied' } as const;
const WRONG_STATE = { kind: 'reply', wrong: 'state' } as const;

describe("one person's faults at the authorize endpoint", () => {
  let now = Date.now();
  const cloud = testCloud({ clock: () => now });
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  const refuse = (person: string): void => {
    cloud.faults.add({ at: 'authorize', person, fault: REFUSED });
  };
  const assertRefused = ({ result }: Answer): void => {
    assert.equal(result.get('error'), 'access_denied');
    assert.match(result.get('error_description') ?? '', /^AADSTS53003: /);
  };
  const post = (fields: Fields): Promise<Answer> => {
    const [path = '', query] = authorizePath(fields).split('?');
    return browser.post(path, Object.fromEntries(new URLSearchParams(query)));
  };

  test('meet a request whose login_hint names them, in the address or a form', async () => {
    refuse(ADELE);
    for (const send of [(fields: Fields) => browser.authorize(fields), post]) {
      assertRefused(await send({ login_hint: ADELE }));
      assert.match((await send({ login_hint: MEGAN })).text, /<h1>Sign in<\/h1>/);
    }
  });

  test('meet a request with the sid of their session, among several', async () => {
    const { result } = await browser.signIn(ADELE);
    await browser.signIn(MEGAN, { prompt: 'select_account' });
    refuse(ADELE);
    const sid = result.get('session_state') ?? '';
    assertRefused(await browser.authorize({ sid }));
    assert.ok((await browser.authorize({ login_hint: MEGAN })).result.get('code'));
  });

  test('meet a silent request that only their session fits, in the address or a form', async () => {
    await browser.signIn(ADELE);
    await browser.signIn(OSCAR, { prompt: 'select_account' });
    cloud.faults.add({ at: 'authorize', person: ADELE, silent: true, fault: REFUSED });
    const silent = { prompt: 'none', domain_hint: 'contoso.example' };
    assertRefused(await browser.authorize(silent));
    assertRefused(await post(silent));
    const other = { prompt: 'none', domain_hint: 'fabrikam.example' };
    assert.ok((await browser.authorize(other)).result.get('code'));
  });

  test('meet them as soon as they are chosen on the page, and nobody else', async () => {
    refuse(ADELE);
    const page = await browser.authorize();
    const other = await browser.submit(page, { username: MEGAN });
    assert.match(other.text, /Permissions requested/);
    const refused = await browser.submit(page, { username: ADELE });
    assert.equal(refused.status, 303);
    assertRefused(refused);
  });

  test('do not guess: somebody signed in is not the one a page will ask for', async () => {
    await browser.signIn(ADELE);
    refuse(ADELE);
    for (const asking of [{ prompt: 'select_account' }, { prompt: 'login' }, { max_age: '0' }]) {
      now += 1000;
      const page = await browser.authorize(asking);
      assert.match(page.text, /Pick an account/);
      assertRefused(await browser.submit(page, { username: ADELE }));
    }
  });

  test('meet each request once, however often they are chosen', async () => {
    const fault = { kind: 'respond', status: 503 } as const;
    cloud.faults.add({ at: 'authorize', person: ADELE, fault });
    const page = await browser.authorize();
    assert.equal((await browser.submit(page, { username: ADELE })).status, 503);
    const consent = await browser.submit(page, { username: ADELE });
    assert.match(consent.text, /Permissions requested/);
    assert.equal(cloud.faults.active[0]?.seen, 1);
  });

  test('corrupt the response when it is theirs', async () => {
    cloud.faults.add({ at: 'authorize', person: ADELE, fault: WRONG_STATE });
    const other = await new TestBrowser(cloud).signIn(MEGAN);
    assert.equal(other.result.get('state'), 'the state');
    const { result } = await browser.signIn(ADELE);
    assert.equal(result.get('state'), 'the state-tampered');
    assert.match(cloud.log.at(-1)?.decision ?? '', /\(fault: reply, state\)$/);
  });

  test('corrupt the next response, not the next request that gets none', async () => {
    cloud.faults.add({ at: 'authorize', times: 1, fault: WRONG_STATE });
    await browser.authorize();
    const page = await browser.submit(await browser.authorize(), { username: ADELE });
    const declined = await browser.submit(page, { decision: 'cancel' });
    assert.equal(declined.result.get('state'), 'the state-tampered');
    assert.equal((await browser.signIn(ADELE)).result.get('state'), 'the state');
  });
});
