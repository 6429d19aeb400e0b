import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

const languages = [
  {
    code: 'de',
    dir: 'ltr',
    signIn: 'Anmelden',
    profile: 'Ihr Profil',
    declined: 'Die Berechtigung wurde abgelehnt',
    retry: 'Erneut versuchen',
  },
  {
    code: 'ja',
    dir: 'ltr',
    signIn: 'サインイン',
    profile: 'あなたのプロファイル',
    declined: 'アクセス許可が拒否されました',
    retry: '再試行',
  },
  {
    code: 'ar',
    dir: 'rtl',
    signIn: 'تسجيل الدخول',
    profile: 'ملف التعريف الخاص بك',
    declined: 'تم رفض الإذن',
    retry: 'إعادة المحاولة',
  },
];

/** Nothing is wider than the narrow window, in which a long word is first to be cut. */
async function expectNothingCut(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
}

for (const { code, dir, signIn, profile, declined, retry } of languages)
  test(`${code}: a declined and an accepted sign-in, at its own path and in its own words`, async ({
    page,
    watch,
    baseURL,
  }) => {
    const cloud = new LocalCloudPages(page);
    const main = page.getByRole('main');
    await page.setViewportSize({ width: 320, height: 720 });
    const response = await page.goto(`/${code}/`);
    expect(brotliCompressSync((await response?.body()) ?? '').length).toBeLessThanOrEqual(10_000);
    await expectNothingCut(page);

    await expect(page.getByRole('document')).toHaveAttribute('lang', code);
    await expect(page.getByRole('document')).toHaveAttribute('dir', dir);
    await main.getByRole('link', { name: signIn, exact: true }).click();
    await cloud.pick('Adele Vance');
    await cloud.decline();

    await expect(main.getByRole('heading', { level: 1 })).toHaveText(declined);
    await expect(page).toHaveTitle(/ · Angular \+ Entra ID$/);
    await page.getByRole('link', { name: retry }).click();
    await cloud.accept();

    await expect(main.getByRole('heading', { level: 1 })).toHaveText(profile);
    await expect(main.getByRole('heading', { name: 'Adele Vance' })).toBeVisible();
    await expect(page).toHaveURL(`${baseURL ?? ''}/${code}/profile`);
    expect(watch.authorizeRequests.at(0)?.searchParams.get('redirect_uri')).toBe(
      `${baseURL ?? ''}/${code}/`,
    );
    await expectNothingCut(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

test('the links to the languages keep the page and the session', async ({
  page,
  watch,
  baseURL,
}) => {
  await new AppPages(page).signIn();
  await page.goto('/account?from=mail#claims');
  await page.getByRole('link', { name: 'Deutsch' }).click();

  await expect(page).toHaveURL(`${baseURL ?? ''}/de/account?from=mail#claims`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Konto');
  await expect(page.getByRole('region', { name: 'Konten' })).toContainText('Adele Vance');
  await expect(page.getByRole('link', { name: 'Deutsch' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('link', { name: 'English' }).click();

  await expect(page).toHaveURL(`${baseURL ?? ''}/account?from=mail#claims`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
  expect(watch.authorizeRequests).toHaveLength(1);
});
