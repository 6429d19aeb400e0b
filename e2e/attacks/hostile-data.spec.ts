import { builtChunk } from '../fixtures/built-chunk.ts';
import { inspectDocument, makeGraphHostile, MARKER } from '../fixtures/hostile-graph.ts';
import { expect, test } from '../fixtures/test.ts';
import { recordTraces } from '../fixtures/traces.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

const SCOPES = [
  'User.Read',
  'Mail.Read',
  'Calendars.Read',
  'MailboxSettings.Read',
  'User.ReadBasic.All',
];

test('S15, S37, S40: a whole session over hostile data runs none of it, and leaves nothing of the person in a log, an address or storage', async ({
  page,
  context,
  app: server,
  cloud,
  watch,
}) => {
  // A frame without scripts, and the watch’s own script in it.
  watch.expectProblem('Blocked script execution');
  // Chromium reports the handlers in a message even where Angular’s sanitizer reads it, in a document of no window.
  watch.expectProblem('script-src-attr');
  server.change({ scopes: SCOPES });
  const readTraces = recordTraces(context);
  const sent = await makeGraphHostile(page, cloud.url);
  const app = new AppPages(page);
  const expectHarmless = async () => {
    const { attacked, names, protocols, intact } = await page.evaluate(inspectDocument);
    expect(attacked).toBe(false);
    expect(intact).toBe(true);
    expect(names.filter((name) => sent.has(name) || name.includes(MARKER))).toEqual([]);
    expect(protocols).not.toContain('javascript:');
  };
  const main = page.getByRole('main');
  const open = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();

  await page.goto('/profile');
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
  await main.getByRole('heading', { level: 2, name: MARKER }).first().waitFor();
  await expectHarmless();

  await open('Mail');
  await page.getByRole('list', { name: 'Messages' }).getByRole('link').first().click();
  await main.getByRole('article').getByRole('heading', { name: MARKER }).waitFor();
  await page.getByTitle('Text of the message').contentFrame().getByText(MARKER).first().waitFor();
  await expectHarmless();

  await open('People');
  await page.getByRole('list', { name: 'People' }).getByRole('link').first().click();
  await main.getByRole('article').getByRole('heading', { name: MARKER }).waitFor();
  await expectHarmless();

  await open('Calendar');
  await main.getByText(MARKER).first().waitFor();
  await expectHarmless();

  await open('Home');
  await main.getByText(MARKER).first().waitFor();
  await expectHarmless();

  // What nobody catches is logged without its text.
  watch.expectProblem('unhandled rejection');
  watch.expectProblem('ERROR Error');
  await page.evaluate((text) => {
    setTimeout(() => void Promise.reject(new Error(text)));
  }, MARKER);

  cloud.faults.add({
    at: 'token',
    fault: {
      kind: 'entra-error',
      code: 50034,
      error: 'invalid_request',
      description: `Injected by a fault rule: the user account ${MARKER} adele@contoso.example does not exist.`,
    },
  });
  await open('Profile');
  await main.getByRole('heading', { level: 2, name: MARKER }).first().waitFor();
  await app.reopenProfile();

  await expect(app.problem()).toContainText('AADSTS50034');
  await expect(app.problem()).not.toContainText(MARKER);
  await expect(app.problem()).not.toContainText('adele@');

  const { secrets, referrers, ...traces } = await readTraces(page);
  const personal = [MARKER, 'adele', 'vance', ...secrets].map((text) => text.toLowerCase());
  const leaks = Object.entries(traces).flatMap(([where, lines]) =>
    lines
      .filter((line) => personal.some((text) => line.toLowerCase().includes(text)))
      .map((line) => `${where}: ${line}`),
  );
  expect(secrets.length).toBeGreaterThan(4);
  expect(traces.urls.length).toBeGreaterThan(20);
  expect(leaks).toEqual([]);
  expect(referrers).toEqual([]);
  // Nothing is reported unless config.json says where to.
  const reporting = await builtChunk('browser.web_vital');
  expect(traces.urls.filter((url) => url.includes(reporting))).toEqual([]);
});
