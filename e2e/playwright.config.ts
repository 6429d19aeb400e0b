import { defineConfig, devices } from '@playwright/test';
import { browserFlags, findBrowser } from '../tools/browser.ts';
import { isBehindNginx } from './fixtures/nginx-site.ts';
import { NOT_BEHIND_NGINX } from './not-behind-nginx.ts';

/** Runs the production build with production headers against the local cloud, in Chromium. */
export default defineConfig({
  testDir: '.',
  testIgnore: isBehindNginx ? Object.keys(NOT_BEHIND_NGINX).map((name) => `**/${name}`) : [],
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { executablePath: findBrowser(), args: [...browserFlags] },
    trace: 'retain-on-failure',
  },
});
