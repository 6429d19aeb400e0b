import { startForeignSite } from '../fixtures/foreign-site.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

test('S29, S30: another site can neither frame the app or its bridge page, nor reach a window it opens', async ({
  context,
  app,
  watch,
}) => {
  watch.expectProblem('frame-ancestors');
  const framed = [app.url, `${app.url}/profile`, `${app.url}/redirect.html`];
  const evil = await startForeignSite(
    `${framed.map((src) => `<iframe src="${src}"></iframe>`).join('')}
    <button onclick="opened = window.open('${app.url}')">Open</button>`,
  );
  const attacker = await context.newPage();
  await attacker.goto(evil.url);
  const frames = attacker.mainFrame().childFrames();

  expect(frames).toHaveLength(3);
  for (const frame of frames) {
    await frame.waitForLoadState();
    expect(frame.url()).toBe('chrome-error://chromewebdata/');
  }

  const popup = attacker.waitForEvent('popup');
  await attacker.getByRole('button', { name: 'Open' }).click();
  const opened = await popup;
  await new AppPages(opened).signInLink().waitFor();
  // The opener has lost the window: it reads as closed, and a message to it goes nowhere.
  expect(
    await attacker.evaluate(() => (globalThis as unknown as { opened: Window }).opened.closed),
  ).toBe(true);
  expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  await evil.close();
});
