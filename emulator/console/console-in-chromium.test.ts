import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { launch } from '../clients/browser-app.ts';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { tokensFor } from '../test-browser.ts';

describe('the page for people in Chromium', () => {
  let cloud: LocalCloud;
  let browser: Browser;
  before(async () => {
    cloud = await startLocalCloud({ port: 0, control: true });
    await tokensFor(cloud, 'mallory@contoso.example');
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await cloud.close();
  });

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    test(`passes axe and fits ${width} px, ${colorScheme}, with everything open`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      await page.goto(cloud.url);
      await page.evaluate(() => {
        document.querySelectorAll('details').forEach((details) => (details.open = true));
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      await context.close();
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
      assert.equal(scrollWidth, width);
    });
  }

  test('its buttons work under its own policy, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(cloud.url);
    await page.getByLabel('For whom').selectOption('adele@contoso.example');
    await page.getByRole('button', { name: 'Graph takes 3 seconds' }).click();
    await page.getByRole('button', { name: 'Take away' }).waitFor();
    assert.equal(cloud.faults.active[0]?.rule.person, 'adele@contoso.example');
    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByText('everything works as it should').waitFor();
    await context.close();
  });
});
