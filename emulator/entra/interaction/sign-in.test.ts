import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { APP, CONSUMERS, CONTOSO, TestBrowser, redeemCode } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

describe('signing in', () => {
  const cloud = testCloud({ clock: () => now });
  let browser: TestBrowser;
  let now = 1_800_000_000_000;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  test('a browser without a session is offered the people of this cloud', async () => {
    const page = await browser.authorize();
    assert.equal(page.status, 200);
    assert.match(page.text, /<h1>Pick an account<\/h1>/);
    assert.match(page.text, /value="adele@contoso\.example"/);
    assert.match(page.text, /value="robin@outlook\.example"/);
    assert.match(page.text, /Not Microsoft/);
  });

  test('many people have a search field, which needs no script and finds names and addresses', async () => {
    const page = await browser.authorize();
    assert.match(page.text, /<form[^>]* role="search"[^>]*>.*<input[^>]* type="search"/s);
    const action = /<form[^>]* method="get"[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const found = await browser.get(`${action}?find=ADELE+van`);
    assert.match(found.text, /1 person found/);
    assert.match(found.text, /value="ADELE van"/);
    assert.match(found.text, /value="adele@contoso\.example"/);
    assert.doesNotMatch(found.text, /value="oscar@fabrikam\.example"/);
    assert.match((await browser.get(`${action}?find=outlook.example`)).text, /robin@outlook/);
    const none = await browser.get(`${action}?find=%3Cb%3Enobody`);
    assert.match(none.text, /Nobody found/);
    assert.doesNotMatch(none.text, /<b>nobody/);
    const { result } = await browser.submit(
      await browser.submit(found, { username: 'adele@contoso.example' }),
      { decision: 'accept' },
    );
    assert.ok(result.get('code'));
  });

  test('few people have none', async () => {
    const page = await browser.authorize({}, 'consumers');
    assert.match(page.text, /robin@outlook\.example/);
    assert.doesNotMatch(page.text, /type="search"/);
  });

  const usable: [string, RegExp, RegExp][] = [
    ['organizations', /adele@contoso\.example/, /robin@outlook\.example/],
    ['consumers', /robin@outlook\.example/, /adele@contoso\.example/],
    [CONSUMERS, /robin@outlook\.example/, /adele@contoso\.example/],
    [CONTOSO, /adele@contoso\.example/, /oscar@fabrikam\.example/],
    ['fabrikam.onmicrosoft.com', /oscar@fabrikam\.example/, /adele@contoso\.example/],
  ];
  for (const [tenant, shown, hidden] of usable) {
    test(`at /${tenant} only its own people are offered`, async () => {
      const page = await browser.authorize({}, tenant);
      assert.match(page.text, shown);
      assert.doesNotMatch(page.text, hidden);
    });
  }

  test('an unknown name is refused on the form with AADSTS50034 and can be corrected', async () => {
    const page = await browser.submit(await browser.authorize(), {
      username: 'no@contoso.example',
    });
    assert.match(page.text, /role="alert"/);
    assert.match(page.text, /The user account no@contoso\.example does not exist/);
    assert.match(page.text, /AADSTS50034/);
    const next = await browser.submit(page, { username: ' Adele@Contoso.Example ' });
    assert.match(next.text, /Permissions requested/);
  });

  test('somebody of another tenant is refused with AADSTS50020', async () => {
    const page = await browser.submit(await browser.authorize({}, CONTOSO), {
      username: 'oscar@fabrikam.example',
    });
    assert.match(page.text, /AADSTS50020/);
    assert.match(page.text, /does not exist in tenant &#39;Contoso&#39;/);
  });

  test('login_hint fills in the name of somebody who is not signed in', async () => {
    const page = await browser.authorize({ login_hint: 'adele@contoso.example' });
    assert.match(page.text, /<h1>Sign in<\/h1>/);
    assert.match(page.text, /value="adele@contoso\.example"/);
  });

  test('login_hint of another person than the one signed in brings the picker, hint first', async () => {
    await browser.signIn('megan@contoso.example');
    const page = await browser.authorize({ login_hint: 'Adele@contoso.example' });
    assert.match(page.text, /<h1>Pick an account<\/h1>/);
    assert.match(page.text, /<h2>Asked for<\/h2>.*adele@contoso\.example.*<h2>Signed in<\/h2>/s);
    assert.equal(page.text.split('value="adele@contoso.example"').length, 2, 'offered once');
    const { result } = await browser.submit(page, { username: 'megan@contoso.example' });
    const { body } = await redeemCode(cloud, result.get('code'));
    assert.match(atob(body.id_token.split('.')[1] ?? ''), /megan@contoso\.example/);
  });

  test('prompt=login still asks the hinted person alone', async () => {
    await browser.signIn('megan@contoso.example');
    const page = await browser.authorize({ login_hint: 'adele@contoso.example', prompt: 'login' });
    assert.match(page.text, /<h1>Sign in<\/h1>/);
  });

  test('a second request of the same browser needs no page', async () => {
    await browser.signIn('adele@contoso.example');
    const { status, result } = await browser.authorize();
    assert.equal(status, 302);
    assert.ok(result.get('code'));
  });

  test('two signed-in accounts bring the picker, login_hint skips it', async () => {
    await browser.signIn('adele@contoso.example');
    await browser.signIn('megan@contoso.example', { prompt: 'select_account' });
    const page = await browser.authorize();
    assert.match(page.text, /<h2>Signed in<\/h2>/);
    const { result } = await browser.authorize({ login_hint: 'megan@contoso.example' });
    const { body } = await redeemCode(cloud, result.get('code'));
    assert.match(atob(body.id_token.split('.')[1] ?? ''), /megan@contoso\.example/);
  });

  test('prompt=select_account offers the picker to somebody signed in', async () => {
    await browser.signIn('adele@contoso.example');
    const page = await browser.authorize({ prompt: 'select_account' });
    assert.match(page.text, /Pick an account/);
    const { result } = await browser.submit(page, { username: 'adele@contoso.example' });
    assert.ok(result.get('code'));
  });

  test('prompt=login asks again and renews the time of authentication', async () => {
    await browser.signIn('adele@contoso.example');
    now += 60_000;
    const page = await browser.authorize({ prompt: 'login', max_age: '99999' });
    assert.match(page.text, /name="username"/);
    const { result } = await browser.submit(page, { username: 'adele@contoso.example' });
    const { body } = await redeemCode(cloud, result.get('code'));
    const claims = atob(body.id_token.split('.')[1] ?? '');
    assert.match(claims, new RegExp(`"auth_time":${String(now / 1000)}`));
  });

  for (const [what, wanted] of [
    ['prompt=login', { prompt: 'login', max_age: '99999' }],
    ['max_age', { max_age: '30' }],
  ] as const) {
    test(`${what} is not inherited by an account chosen after going back`, async () => {
      await browser.signIn('adele@contoso.example');
      await browser.signIn('megan@contoso.example', { prompt: 'select_account' });
      now += 60_000;
      const page = await browser.authorize({ ...wanted, scope: 'openid Mail.Read' });
      const consent = await browser.submit(page, { username: 'adele@contoso.example' });
      assert.match(consent.text, /Permissions requested/);
      const other = await browser.submit(page, { username: 'megan@contoso.example' });
      const { result } = await browser.submit(other, { decision: 'accept' });
      const { body } = await redeemCode(cloud, result.get('code'));
      assert.match(
        atob(body.id_token.split('.')[1] ?? ''),
        new RegExp(`"auth_time":${now / 1000}`),
      );
    });
  }

  test('max_age asks again once the sign-in is older', async () => {
    await browser.signIn('adele@contoso.example');
    now += 61_000;
    assert.match((await browser.authorize({ max_age: '60' })).text, /Pick an account/);
    assert.ok((await browser.authorize({ max_age: '62' })).result.get('code'));
  });

  describe('silently (prompt=none)', () => {
    test('answers login_required 50058 without a session', async () => {
      const { status, result } = await browser.authorize({ prompt: 'none' });
      assert.equal(status, 302);
      assert.equal(result.get('error'), 'login_required');
      assert.match(result.get('error_description') ?? '', /^AADSTS50058: .*no user is signed in/);
    });

    test('answers with a code for the one account signed in', async () => {
      await browser.signIn('adele@contoso.example');
      const { result } = await browser.authorize({ prompt: 'none' });
      assert.ok(result.get('code'));
    });

    test('answers login_required when the hinted account is not the one signed in', async () => {
      await browser.signIn('adele@contoso.example');
      const hint = { prompt: 'none', login_hint: 'megan@contoso.example' };
      assert.equal((await browser.authorize(hint)).result.get('error'), 'login_required');
    });

    test('answers interaction_required 16000 for several accounts, a code with sid', async () => {
      const first = await browser.signIn('adele@contoso.example');
      await browser.signIn('megan@contoso.example', { prompt: 'select_account' });
      const { result } = await browser.authorize({ prompt: 'none' });
      assert.equal(result.get('error'), 'interaction_required');
      assert.match(result.get('error_description') ?? '', /^AADSTS16000: /);
      const sid = first.result.get('session_state') ?? '';
      assert.ok((await browser.authorize({ prompt: 'none', sid })).result.get('code'));
    });

    test('answers consent_required 65001 for a permission nobody granted', async () => {
      await browser.signIn('adele@contoso.example');
      const { result } = await browser.authorize({ prompt: 'none', scope: 'Mail.Read' });
      assert.equal(result.get('error'), 'consent_required');
      assert.match(result.get('error_description') ?? '', /^AADSTS65001: .*has not consented/);
    });
  });

  test('the cookies of session and interaction are out of reach of scripts and other sites', async () => {
    const [session, interaction, ...more] = (await browser.authorize()).headers.getSetCookie();
    assert.match(session ?? '', /; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.match(interaction ?? '', /; Path=\/interaction\/[\w-]+; HttpOnly; SameSite=Lax$/);
    assert.deepEqual(more, []);
  });

  test('a form of one browser is refused in another with AADSTS165000', async () => {
    const page = await browser.authorize();
    const other = new TestBrowser(cloud);
    await other.authorize();
    const answer = await other.submit(page, { username: 'adele@contoso.example' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /AADSTS165000: /);
  });

  test('a form without its own token is refused', async () => {
    const page = await browser.authorize();
    const answer = await browser.submit(page, { username: 'adele@contoso.example', csrf: 'x' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /AADSTS165000: /);
  });

  test('pages carry a policy without scripts that lets the form lead to the app alone', async () => {
    const { headers } = await browser.authorize();
    assert.equal(
      headers.get('content-security-policy'),
      `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${APP}; base-uri 'none'; frame-ancestors 'none'`,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  test('names and inputs are shown as text, never as HTML', async () => {
    const page = await browser.authorize();
    assert.doesNotMatch(page.text, /<img src=x/);
    assert.match(page.text, /Mallory &lt;img src=x/);
    const refused = await browser.submit(page, { username: '"><script>alert(1)</script>' });
    assert.doesNotMatch(refused.text, /<script/);
  });
});
