import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('Sign in on the home page leads through account and consent to the profile', async ({
  page,
}) => {
  const app = new AppPages(page);
  const cloud = new LocalCloudPages(page);

  await page.goto('/');
  await app.signInLink().click();
  await cloud.pick('Adele Vance');
  await expect(cloud.consentHeading()).toBeVisible();
  await cloud.accept();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Retail Manager');
  await expect(page.getByRole('banner')).toContainText('Adele Vance');
  await expect(page).toHaveTitle(/^Your profile/);
});

test('S18: a deep link with its query and fragment survives the sign-in', async ({
  page,
  baseURL,
}) => {
  await new AppPages(page).signIn('Adele Vance', '/profile?tab=phones#mobile');

  expect(page.url()).toBe(`${baseURL ?? ''}/profile?tab=phones#mobile`);
});

test('consent is asked for once', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.signOut();
  await app.signInLink().click();
  await new LocalCloudPages(page).pick('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F11: declined consent ends on a page that says so, and trying again reaches the profile', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  const cloud = new LocalCloudPages(page);

  await page.goto('/profile?x=1');
  await cloud.pick('Adele Vance');
  await cloud.decline();

  await expect(app.problem()).toContainText('Permission was declined');
  await expect(app.problem()).toContainText('AADSTS65004');
  await expect(app.problem()).toContainText('Correlation ID');
  expect(watch.authorizeRequests).toHaveLength(1);
  expect(watch.tokenRequests).toHaveLength(0);

  await app.tryAgain().click();
  await cloud.accept();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
});

test('a reload keeps the session without another sign-in', async ({ page, watch }) => {
  const app = new AppPages(page);
  await app.signIn();
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(watch.authorizeRequests).toHaveLength(1);
  expect(watch.tokenRequests).toHaveLength(1);
});

test('two people of different organizations each see their own profile', async ({
  page,
  anotherBrowser,
}) => {
  await new AppPages(page).signIn('Adele Vance');
  const other = await anotherBrowser();
  await new AppPages(other).signIn('Oscar Ward');

  await expect(other.getByRole('main')).toContainText('oscar@fabrikam.example');
  await expect(page.getByRole('main')).toContainText('adele@contoso.example');
});

test('a personal account signs in', async ({ page }) => {
  await new AppPages(page).signIn('Robin Hale');

  await expect(page.getByRole('main')).toContainText('robin@outlook.example');
});

test('F32: a person without a photo sees their initials', async ({ page, watch }) => {
  watch.expectProblem('404 (Not Found)');
  await new AppPages(page).signIn('Lee Gu');

  await expect(page.getByRole('article').getByText('LG', { exact: true })).toBeVisible();
});

for (const [what, response] of Object.entries({
  'a web page': { contentType: 'text/html', body: '<h1>Sign in</h1>' },
  nothing: { contentType: 'image/jpeg', body: '' },
  'no content': { status: 204 },
  'half a picture': { contentType: 'image/jpeg', body: Buffer.from('ffd8ffe000104a464946', 'hex') },
  'five megabytes': { contentType: 'image/jpeg', body: Buffer.alloc(5 * 1024 * 1024) },
})) {
  test(`F32: a photo that is ${what} leaves the initials`, async ({ page }) => {
    const answered = page.waitForResponse(/\/photos\//);
    await page.route(/\/photos\//, (route) =>
      route.fulfill({ headers: { 'access-control-allow-origin': '*' }, ...response }),
    );
    const app = new AppPages(page);
    await app.signIn();
    await answered;

    await expect(page.getByRole('article').getByText('AV', { exact: true })).toBeVisible();
    await expect(app.photo()).toHaveCount(0);
  });
}

test('F47, S40: a directory full of markup is shown as text', async ({ page, watch }) => {
  // Mallory has no photo.
  watch.expectProblem('404 (Not Found)');
  await page.goto('/profile');
  await new LocalCloudPages(page).signInForTheFirstTime('Mallory');

  await expect(
    page.getByRole('main').getByRole('heading', { name: 'Mallory <img src=x' }),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^Your profile/);
});
