import type { Page } from '@playwright/test';
import { configure } from './fixtures/configure.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

/** Half of it in each location: MSAL reads both by the same code. The spec of repairStorage has more. */
const JUNK = {
  localStorage: ['null', '[null]', '{"a":1}'],
  sessionStorage: ['5', '{'],
} as const;

/** Keys of MSAL's storage, by what they hold. */
const KEYS = {
  account: /^msal\.\d+(\|[^|]*){3}$/,
  'list of accounts': /^msal\.(\d+\.)?account\.keys$/,
  'list of tokens': /^msal\.(\d+\.)?token\.keys\./,
  token: /^msal\.\d+\|.*\|(idtoken|accesstoken|refreshtoken)\|/,
};

type Location = keyof typeof JUNK;

/** Overwrites what matches `key`, and returns how much that was. */
function damage(page: Page, location: Location, key: RegExp, junk: string): Promise<number> {
  return page.evaluate(
    ([where, pattern, value]) => {
      const names = Object.keys(window[where]).filter((name) => new RegExp(pattern).test(name));
      for (const name of names) window[where].setItem(name, value);
      return names.length;
    },
    [location, key.source, junk] as const,
  );
}

for (const cacheLocation of ['sessionStorage', 'localStorage'] as const) {
  for (const [what, key] of Object.entries(KEYS)) {
    test(`junk in MSAL's ${what} in ${cacheLocation} locks nobody out`, async ({
      page,
      context,
      watch,
    }) => {
      test.setTimeout(60_000);
      watch.expectAuthorizeRequests(2 * JUNK[cacheLocation].length);
      await configure(context, { cacheLocation });
      const app = new AppPages(page);
      await app.signIn();
      for (const junk of JUNK[cacheLocation]) {
        expect(await damage(page, cacheLocation, key, junk)).toBeGreaterThan(0);

        await page.goto('/');
        await expect(app.account().or(app.signInLink())).toBeVisible();
        await damage(page, cacheLocation, key, junk);
        await page.goto('/profile');
        // Whoever is signed in at Entra ID is asked nothing.
        await expect(app.person('Adele Vance')).toBeVisible();
      }
    });
  }
}

test('who has to sign in again because of it is told why', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await damage(page, 'sessionStorage', KEYS.account, '5');
  await page.goto('/');

  await expect(page.getByText('could not be read, and was removed')).toBeVisible();
  await expect(app.signInLink()).toBeVisible();
});
