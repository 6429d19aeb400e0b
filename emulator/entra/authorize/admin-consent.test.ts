import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { APP, CLIENT, CONTOSO, TestBrowser } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const ADMIN_ONLY = { scope: 'openid User.Read.All' };

describe('permissions only an administrator may grant', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  test('everybody else sees AADSTS90094 and may only go back (65004)', async () => {
    const page = await browser.submit(await browser.authorize(ADMIN_ONLY), {
      username: 'adele@contoso.example',
    });
    assert.match(page.text, /<h1>Need admin approval<\/h1>/);
    assert.match(page.text, /AADSTS90094/);
    assert.doesNotMatch(page.text, /Accept/);
    const { result } = await browser.submit(page, { decision: 'cancel' });
    assert.equal(result.get('error'), 'access_denied');
    assert.match(result.get('error_description') ?? '', /^AADSTS65004: /);
  });

  test('a form that accepts nevertheless is refused', async () => {
    const page = await browser.submit(await browser.authorize(ADMIN_ONLY), {
      username: 'adele@contoso.example',
    });
    const answer = await browser.submit(page, { decision: 'accept' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /AADSTS90094/);
  });

  test('an administrator grants them for the whole organization on the consent page', async () => {
    const page = await browser.submit(await browser.authorize(ADMIN_ONLY), {
      username: 'megan@contoso.example',
    });
    assert.match(page.text, /Consent on behalf of your organization/);
    await browser.submit(page, { decision: 'accept', organization: 'yes' });
    const other = new TestBrowser(cloud);
    const { result } = await other.submit(await other.authorize(ADMIN_ONLY), {
      username: 'adele@contoso.example',
    });
    assert.ok(result.get('code'));
  });

  test("one organization's grant is nothing to another's people", async () => {
    const page = await browser.submit(await browser.authorize(ADMIN_ONLY), {
      username: 'megan@contoso.example',
    });
    await browser.submit(page, { decision: 'accept', organization: 'yes' });
    const other = new TestBrowser(cloud);
    const answer = await other.submit(await other.authorize(ADMIN_ONLY), {
      username: 'zoe@fabrikam.example',
    });
    assert.match(answer.text, /Need admin approval/);
  });

  for (const path of ['adminconsent', 'v2.0/adminconsent']) {
    test(`/${path} answers admin_consent=True with the tenant and the state`, async () => {
      const address = `/organizations/${path}?client_id=${CLIENT}&redirect_uri=${APP}/&state=s1`;
      const page = await browser.submit(await browser.get(address), {
        username: 'megan@contoso.example',
      });
      assert.match(page.text, /Review for your organization/);
      const { location, result } = await browser.submit(page, { decision: 'accept' });
      assert.ok(location.startsWith(`${APP}/?`));
      assert.deepEqual(Object.fromEntries(result), {
        admin_consent: 'True',
        tenant: CONTOSO,
        state: 's1',
      });
      const other = new TestBrowser(cloud);
      const next = await other.submit(await other.authorize({ scope: 'User.Read' }), {
        username: 'adele@contoso.example',
      });
      assert.ok(next.result.get('code'));
    });
  }

  test('/adminconsent refuses somebody who is no administrator', async () => {
    const address = `/organizations/adminconsent?client_id=${CLIENT}&redirect_uri=${APP}/`;
    const page = await browser.submit(await browser.get(address), {
      username: 'adele@contoso.example',
    });
    assert.match(page.text, /AADSTS90094/);
  });
});
