import { mkdirSync, writeFileSync } from 'node:fs';
import chromeLauncher from 'karma-chrome-launcher';
import jasmine from 'karma-jasmine';
import { browserFlags, findBrowser } from './tools/browser.ts';

/** Leaves the counts of a run where `npm test` sums them up. */
function CountsReporter() {
  this.onRunComplete = (_browsers, { success, failed, skipped }) => {
    mkdirSync('test-results', { recursive: true });
    writeFileSync(
      'test-results/unit.json',
      JSON.stringify({ passed: success, failed, skipped: skipped ?? 0 }),
    );
  };
}

/** @param {import('karma').Config} config */
export default function (config) {
  process.env.CHROME_BIN = findBrowser();
  config.set({
    frameworks: ['jasmine'],
    plugins: [jasmine, chromeLauncher, { 'reporter:counts': ['type', CountsReporter] }],
    reporters: ['dots', 'counts'],
    browsers: ['Headless'],
    customLaunchers: { Headless: { base: 'ChromeHeadless', flags: [...browserFlags] } },
    // What MSAL says of itself would bury what matters.
    browserConsoleLogOptions: { level: 'error', format: '%b %T: %m', terminal: true },
    client: { jasmine: { failSpecWithNoExpectations: true, forbidDuplicateNames: true } },
  });
}
