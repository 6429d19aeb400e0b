import { countMeRequests } from '../fixtures/me-requests.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Watch } from '../fixtures/watch.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

const ME = { at: 'graph', path: '/me$' } as const;
const RENEWAL = { at: 'token', grant: 'refresh_token' } as const;
/** Graph's plain 401, without a claims challenge. */
const REFUSED = {
  kind: 'graph-error',
  status: 401,
  code: 'InvalidAuthenticationToken',
} as const;

const passing = {
  'F3: busy (429)': {
    words: 'The sign-in service is busy',
    answer: {
      status: 429,
      headers: { 'Retry-After': '2' },
      body: '{"error":"temporarily_unavailable","error_codes":[90055]}',
      contentType: 'application/json',
    },
  },
  'F4: broken (503 with JSON)': {
    words: 'The sign-in service is busy',
    answer: {
      status: 503,
      body: '{"error":"temporarily_unavailable","error_codes":[90033]}',
      contentType: 'application/json',
    },
  },
  'F4: broken (503 with HTML)': {
    words: 'could not be read',
    answer: { status: 503, body: '<h1>Service unavailable</h1>', contentType: 'text/html' },
  },
  'F6: talking nonsense': {
    words: 'could not be read',
    answer: { status: 200, body: '{"access_token":', contentType: 'application/json' },
  },
} as const;

for (const [title, { words, answer }] of Object.entries(passing)) {
  test(`${title}: while the token endpoint is, the page stays and says so`, async ({
    page,
    cloud,
    watch,
  }) => {
    await page.clock.install();
    const app = new AppPages(page);
    await app.signIn('Adele Vance', '/profile?x=1');
    cloud.faults.add({ ...RENEWAL, fault: { kind: 'respond', ...answer } });
    await app.reopenProfile();
    // The app retries a busy service first.
    await expect(async () => {
      await page.clock.fastForward(5_000);
      await expect(app.problem()).toBeVisible({ timeout: 200 });
    }).toPass();

    await expect(app.problem()).toContainText(words);
    await expect(page).toHaveURL(/\/profile\?x=1$/);
    await expect(app.account()).toBeVisible();
    expect(watch.authorizeRequests).toHaveLength(1);
  });
}

test('F3: a busy token endpoint is asked again after its pause, without leaving the page', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await page.clock.install();
  await app.signIn('Adele Vance', '/profile?x=1');
  cloud.faults.add({
    ...RENEWAL,
    times: 1,
    fault: { kind: 'respond', status: 429, headers: { 'Retry-After': '2' } },
  });
  const refused = page.waitForResponse((response) => response.status() === 429);
  await app.reopenProfile();
  await (await refused).finished();

  await expect(page.getByText('Loading your profile')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);

  await page.clock.fastForward(2_500);

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  expect(watch.tokenRequests).toHaveLength(3);
  expect(watch.authorizeRequests).toHaveLength(1);
});

test('F5: a token endpoint that never answers times out after 20 seconds', async ({
  page,
  cloud,
  watch,
}) => {
  await page.clock.install();
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ ...RENEWAL, fault: { kind: 'hang' } });
  const asked = page.waitForRequest(/v2\.0\/token/);
  await app.reopenProfile();
  await asked;
  await page.clock.fastForward(18_000);
  await expect(page.getByText('Loading your profile')).toBeVisible();
  await page.clock.fastForward(2_000);

  await expect(app.problem()).toBeVisible();
  expect(watch.authorizeRequests).toHaveLength(1);
});

test('F8, S42: when Entra ID knows the person no longer, they sign in once more and are back where they were', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1#y');
  cloud.faults.expireRefreshTokens();
  cloud.faults.endBrowserSessions();
  await app.reopenProfile();
  await new LocalCloudPages(page).confirmName();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1#y$/);
  expect(prompts(watch)).toEqual([null, 'none', null]);
});

test('F9: when a further proof is asked for, the person gives it and is back where they were', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  cloud.faults.requireStepUp('adele@contoso.example');
  await app.reopenProfile();
  await new LocalCloudPages(page).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  expect(watch.authorizeRequests).toHaveLength(2);
});

test('F10: when consent was taken back, it is asked for and the person is back where they were', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  cloud.faults.revokeConsent('adele@contoso.example');
  await app.reopenProfile();
  await new LocalCloudPages(page).accept();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  expect(watch.authorizeRequests).toHaveLength(2);
});

test('F13: a hidden iframe that never answers costs ten seconds and one sign-in in the open', async ({
  page,
  cloud,
  watch,
}) => {
  await page.clock.install();
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.expireRefreshTokens();
  cloud.faults.add({ at: 'authorize', silent: true, fault: { kind: 'hang' } });
  const asked = page.waitForRequest(/prompt=none/);
  await app.reopenProfile();
  await asked;
  await page.clock.fastForward(10_000);

  await expect.poll(() => watch.authorizeRequests.length).toBe(3);
  await expect(app.person('Adele Vance')).toBeVisible();
  expect(prompts(watch)).toEqual([null, 'none', null]);
});

test('F14: a claim that no sign-in satisfies ends after two, with a message', async ({
  page,
  cloud,
  watch,
}) => {
  watch.expectAuthorizeRequests(4);
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ ...ME, fault: { kind: 'claims-challenge' } });
  cloud.faults.add({
    ...RENEWAL,
    fault: { kind: 'entra-error', code: 50076, error: 'interaction_required' },
  });
  await page.reload();
  for (let time = 0; time < 2; time++) {
    await page.getByRole('button', { name: 'Adele Vance' }).click();
  }

  await expect(app.problem()).toContainText('Signing in again did not help');
  await expect(app.problem()).toContainText('redirect_loop');
  expect(watch.authorizeRequests).toHaveLength(3);

  // Each further attempt is the person's own, and one.
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: 'Adele Vance' }).click();

  await expect(app.problem()).toContainText('redirect_loop');
  expect(watch.authorizeRequests).toHaveLength(4);
});

test('F29: a plain 401 is met with a fresh token', async ({ page, cloud, watch }) => {
  const app = new AppPages(page);
  await app.signIn();
  const before = countMeRequests(watch.urls);
  cloud.faults.add({ ...ME, times: 1, fault: REFUSED });
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(countMeRequests(watch.urls) - before).toBe(2);
  expect(watch.tokenRequests).toHaveLength(2);
  expect(watch.authorizeRequests).toHaveLength(1);
});

test('F29: a 401 that a fresh token does not cure leads to sign-in by a button', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const before = countMeRequests(watch.urls);
  cloud.faults.add({ ...ME, fault: REFUSED });
  await page.reload();

  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  expect(countMeRequests(watch.urls) - before).toBe(2);
  expect(watch.tokenRequests).toHaveLength(2);
  expect(watch.authorizeRequests).toHaveLength(1);
});

test('F30, S43: a claims challenge is met without leaving the page when Entra ID needs nothing more', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ ...ME, times: 1, fault: { kind: 'claims-challenge' } });
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(watch.authorizeRequests).toHaveLength(1);
  expect(watch.tokenRequests.at(-1)?.get('claims')).toContain('nbf');
});

test('F30, S43: after their sessions were revoked the person signs in once and is back where they were', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  cloud.faults.revokeSessions('adele@contoso.example');
  await page.reload();
  await new LocalCloudPages(page).confirmName();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
});

const prompts = ({ authorizeRequests }: Watch) =>
  authorizeRequests.map((url) => url.searchParams.get('prompt'));
