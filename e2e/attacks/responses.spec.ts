import type { Page } from '@playwright/test';
import { storedKeys, TOKEN_KEY } from '../fixtures/storage.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/**
 * Signs in as far as the response, which the app does not get to see.
 * @returns its address: `http://localhost:3000/#code=…&state=…`
 */
async function interceptResponse(
  page: Page,
  signIn?: (cloud: LocalCloudPages) => Promise<void>,
): Promise<URL> {
  await page.addInitScript(stopAtResponse);
  await page.goto('/profile');
  await signIn?.(new LocalCloudPages(page));
  await page.getByText('Intercepted').waitFor();
  await page.evaluate(() => {
    sessionStorage.setItem('intercepted', 'true');
  });
  const response = new URL(page.url());
  await page.goto('about:blank');
  return response;
}

/** Runs in the page before the app. */
function stopAtResponse(): void {
  if (!location.hash.includes('code=') || sessionStorage.getItem('intercepted')) return;
  window.stop();
  const main = document.createElement('main');
  main.textContent = 'Intercepted';
  document.replaceChildren(document.createElement('html'));
  document.documentElement.append(main);
}

const TOKEN = /\/oauth2\/v2\.0\/token/;

/** The code of one response with the state of another. */
function mixed(code: URL, state: URL): string {
  const parameters = new URLSearchParams(state.hash.slice(1));
  parameters.set('code', new URLSearchParams(code.hash.slice(1)).get('code') ?? '');
  return `/#${parameters.toString()}`;
}

test('S2, S4: responses mixed between two tabs, and a code of another browser, sign nobody in', async ({
  page,
  context,
  watch,
  anotherBrowser,
}) => {
  watch.expectProblem('400 (Bad Request)');
  const otherTab = await context.newPage();
  const attacker = await anotherBrowser();
  const foreign = await interceptResponse(attacker, (entra) =>
    entra.signInForTheFirstTime('Adele Vance'),
  );
  await interceptResponse(page, (entra) => entra.pick('Adele Vance'));
  // Entra ID knows the person now, and asks nothing.
  const second = await interceptResponse(otherTab);
  await page.goto(second.href);

  await expect(new AppPages(page).problem()).toContainText('Sign-in was interrupted');
  expect(watch.tokenRequests).toHaveLength(0);

  // Even who knew the state of this tab could not use a code of their own: its verifier is another.
  await otherTab.goto(mixed(foreign, second));

  await expect(new AppPages(otherTab).problem()).toContainText('AADSTS');
  await expect(new AppPages(otherTab).account()).toBeHidden();
  expect(watch.tokenRequests).toHaveLength(1);
  for (const tab of [page, otherTab]) expect((await storedKeys(tab)).join()).not.toMatch(TOKEN_KEY);
});

test('S4, S14: a code that somebody else redeemed first is refused with a page that says so; a used response is dropped', async ({
  page,
  watch,
}) => {
  watch.expectProblem('400 (Bad Request)');
  const app = new AppPages(page);
  await page.route(TOKEN, async (route) => {
    await route.fetch();
    await route.continue();
  });
  await page.goto('/profile');
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.problem()).toContainText('AADSTS54005');
  await expect(app.account()).toBeHidden();

  await page.unroute(TOKEN);
  await app.tryAgain().click();
  await app.person('Adele Vance').waitFor();
  const used = watch.urls.findLast((url) => url.includes('#code=')) ?? '';
  const redeemed = watch.tokenRequests.length;
  await page.goto(used);
  await page.reload();

  await expect(app.account()).toBeVisible();
  expect(watch.tokenRequests).toHaveLength(redeemed);
  expect(page.url()).not.toContain('code=');
});
