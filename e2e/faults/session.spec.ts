import { storedKeys, TOKEN_KEY } from '../fixtures/storage.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { secondTab } from '../pages/second-tab.ts';

test('F43, S21: signing out in one tab signs the other out within two seconds, in the middle of a call', async ({
  page,
  context,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const other = await secondTab(context);
  cloud.faults.add({ at: 'graph', path: '/me$', fault: { kind: 'hang' } });
  const calls = Promise.all([
    other.waitForRequest(/\/v1\.0\/me\?/),
    other.waitForRequest(/\/photos\/.*\$value$/),
  ]);
  await other.reload();
  const given = other.waitForEvent('requestfailed', (request) => request.url().includes('/me?'));
  await calls;
  const withToken: string[] = [];
  other.on('request', (request) => {
    if (request.headers()['authorization']) withToken.push(request.url());
  });
  await app.signOut();

  await expect(other.getByText('You were signed out in another tab.')).toBeVisible({
    timeout: 2_000,
  });
  await given;
  await expect(other.getByText('Adele Vance')).toHaveCount(0);
  expect((await storedKeys(other)).join()).not.toMatch(TOKEN_KEY);

  cloud.faults.clear();
  await new AppPages(other).signInLink().click();
  await new LocalCloudPages(other).pickHeading().waitFor();

  expect(withToken, 'calls with a token after the sign-out').toEqual([]);
});

test('F43, S21: a tab with another active account also removes the one signed out', async ({
  page,
  context,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.addAccount('Adele Vance', 'Oscar Ward');
  const other = await secondTab(context, 'Adele Vance');
  await app.menu('Oscar Ward').click();
  const adele = app.switchTo('Adele Vance');
  await expect(adele).toBeVisible();
  const accounts = async () =>
    (await storedKeys(page)).filter((key) => key.includes('|idtoken|')).length;
  expect(await accounts()).toBe(2);
  await new AppPages(other).signOut();

  await expect(adele).toHaveCount(0);
  await expect(app.person('Oscar Ward')).toBeVisible();
  await expect.poll(accounts).toBe(1);
});

test('F43, S21: a tab that was elsewhere while somebody signed out ends their session when it comes back', async ({
  page,
  context,
  baseURL,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const other = await secondTab(context);
  await other.goto('about:blank');
  await app.signOut();
  await expect(app.signInLink()).toBeVisible();
  await other.goBack();

  await expect(other.getByText('You were signed out in another tab.')).toBeVisible();
  await expect(other).toHaveURL(`${baseURL ?? ''}/`);
  await expect(other.getByText('Adele')).toHaveCount(0);
  const keys = (await storedKeys(other)).join();
  expect(keys).not.toMatch(TOKEN_KEY);
  expect(keys).not.toMatch(/app\|[^,]*\|signed-in/);

  await new AppPages(other).signInLink().click();
  await new LocalCloudPages(other).pick('Adele Vance');
  await new AppPages(other).person('Adele Vance').waitFor();
  await other.reload();
  await expect(new AppPages(other).person('Adele Vance')).toBeVisible();
});

test('F45, S22: signing out while Entra ID is down signs out here and says so', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ at: 'logout', fault: { kind: 'abort' } });
  await app.signOut();

  await expect(page.getByText('You are signed out here.')).toBeVisible();
  await expect(app.signInLink()).toBeVisible();
  expect((await storedKeys(page)).join()).not.toMatch(TOKEN_KEY);
});

test('F45: a sign-out endpoint that redirects to a host the policy does not name counts as reachable', async ({
  page,
  watch,
}) => {
  watch.expectProblem('policy: connect-src refused');
  watch.expectProblem('violates the following Content Security Policy');
  const app = new AppPages(page);
  await app.signIn();
  await page.route(/\/oauth2\/v2\.0\/logout$/, (route) =>
    route.fulfill({ status: 302, headers: { location: 'https://elsewhere.example/' } }),
  );
  await app.signOut();

  await expect(app.signInLink()).toBeVisible();
  await expect(page.getByText('You are signed out here.')).toBeHidden();
  expect(watch.urls.filter((url) => url.includes('post_logout_redirect_uri='))).toHaveLength(1);
});

test('F44: switching the account shows the other person and nothing of the first', async ({
  page,
  watch,
}) => {
  // Lee has no photo.
  watch.expectProblem('404 (Not Found)');
  const app = new AppPages(page);
  await app.signIn('Adele Vance');
  await app.addAccount('Adele Vance', 'Lee Gu');
  await app.switchAccount('Lee Gu', 'Adele Vance');
  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(app.photo()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('lee');
  await app.writeDraft('The office is the wrong one.');
  await app.switchAccount('Adele Vance', 'Lee Gu');

  await expect(app.person('Lee Gu')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('adele');
  await expect(page.getByRole('article').getByText('LG', { exact: true })).toBeVisible();
  await expect(app.photo()).toBeHidden();
  await expect(app.draft()).toHaveValue('');

  await app.switchAccount('Lee Gu', 'Adele Vance');

  await expect(app.draft()).toHaveValue('The office is the wrong one.');
});

for (const [title, hours] of [
  ['an hour ahead', 1],
  ['an hour behind', -1],
  ['a day behind', -24],
] as const) {
  test(`F46: a clock that is ${title} does not keep anybody from their profile`, async ({
    page,
    watch,
  }) => {
    await page.clock.install({ time: Date.now() + hours * 3_600_000 });
    const app = new AppPages(page);
    await app.signIn();

    expect(watch.tokenRequests.length).toBeLessThanOrEqual(3);
  });
}

test('F46: a clock that is set back after a sign-out does not sign the next person out at once', async ({
  page,
  watch,
}) => {
  const ahead = Date.now() + 30 * 60_000;
  await page.clock.install({ time: ahead });
  const app = new AppPages(page);
  await app.signIn();
  await app.signOut();
  await app.signInLink().waitFor();
  await page.clock.setSystemTime(ahead - 30 * 60_000);
  await app.signInLink().click();
  await new LocalCloudPages(page).pick('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(watch.authorizeRequests).toHaveLength(2);
});

test('F46: a clock that is a day ahead gets a message about it', async ({ page }) => {
  await page.clock.install({ time: Date.now() + 24 * 3_600_000 });
  await page.goto('/profile');
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(new AppPages(page).problem()).toContainText('clock');
});
