import { expect, test } from './fixtures/test.ts';
import { clearAccessTokens } from './fixtures/clear-access-tokens.ts';
import { AppPages } from './pages/app-pages.ts';

test('F19: the bridge page opened by hand says that there is nothing to do and leads home', async ({
  page,
}) => {
  await page.goto('/redirect.html');

  await expect(page.getByRole('status')).toContainText('no sign-in to finish', { timeout: 1_000 });

  await page.getByRole('link', { name: 'start page' }).click();

  await expect(new AppPages(page).signInLink()).toBeVisible();
});

test('F7, S17, S42: a session whose refresh token has expired is renewed through the hidden iframe', async ({
  page,
  watch,
  cloud,
  baseURL,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await page.evaluate(clearAccessTokens);
  cloud.faults.expireRefreshTokens();
  const framed: string[] = [];
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) framed.push(request.url().split(/[?#]/)[0] ?? '');
  });
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();

  const prompts = watch.authorizeRequests.map((url) => url.searchParams.get('prompt'));
  expect(prompts).toEqual([null, 'none']);
  expect(framed.sort()).toEqual(
    [
      `${baseURL ?? ''}/redirect.html`,
      `${baseURL ?? ''}/msal-redirect-bridge.min.js`,
      `${baseURL ?? ''}/redirect.js`,
      `${cloud.url}/common/oauth2/v2.0/authorize`,
    ].sort(),
  );
});
