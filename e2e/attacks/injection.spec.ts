import { readBuild } from '../fixtures/build.ts';
import { startForeignSite } from '../fixtures/foreign-site.ts';
import { injectScript } from '../fixtures/inject-script.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

const EXPECTED = [
  'policy: script-src',
  'policy: require-trusted-types-for',
  'policy: trusted-types',
  'policy: connect-src',
  'policy: img-src',
  'policy: frame-src',
  'has been blocked',
  'Running the JavaScript URL violates',
  'will not be executed',
  'Fetch API cannot load',
];

/** Below a path the page has a base of its own, and browsers heed no second one. */
const baseProblems = () => (readBuild().basePath === '/' ? ['policy: base-uri'] : []);

test('S26, S27: a script that got into the signed-in app can run no text, make no policy, and send nothing', async ({
  page,
  watch,
}) => {
  for (const problem of [...EXPECTED, ...baseProblems()]) watch.expectProblem(problem);
  const evil = await startForeignSite();
  await new AppPages(page).signIn();
  const before = page.url();
  const base = await page.evaluate(() => document.baseURI);
  const outcomes = await page.evaluate(injectScript, evil.url);
  await page.getByRole('link', { name: 'Attack' }).click();

  expect(outcomes).toEqual({
    eval: 'EvalError',
    Function: 'EvalError',
    setTimeout: 'TypeError',
    insertAdjacentHTML: 'TypeError',
    innerHTML: 'TypeError',
    'document.write': 'TypeError',
    createContextualFragment: 'TypeError',
    srcdoc: 'TypeError',
    'inline handler': 'TypeError',
    'script.text': 'TypeError',
    'script.src': 'TypeError',
    'import()': 'TypeError',
    Worker: 'TypeError',
    'policy angular': 'TypeError',
    'policy angular#bundler': 'TypeError',
    'policy default': 'TypeError',
    'policy mine': 'TypeError',
    fetch: 'TypeError',
    // These throw nothing; what they would do is looked at below.
    'text in a script': 'done',
    'base href': 'done',
    EventSource: 'done',
    WebSocket: 'done',
    sendBeacon: 'done',
    picture: 'done',
    frame: 'done',
  });
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
  expect(await page.evaluate(() => document.baseURI)).toBe(base);
  expect(page.url()).toBe(before);
  expect(evil.requests).toEqual([]);
  await evil.close();
});
