import { clearAccessTokens } from '../fixtures/clear-access-tokens.ts';
import { startForeignSite } from '../fixtures/foreign-site.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/** Returns the address of the bridge page with a response that no request was made for. */
function forgedResponse(interactionType: 'silent' | 'redirect'): string {
  const state = { id: '01a21ef2-f9ee-7564-9c13-8735100b8694', meta: { interactionType } };
  return `/redirect.html#code=stolen&state=${encodeURIComponent(btoa(JSON.stringify(state)))}`;
}

test('S4, S29: a forged response through the bridge page, or a message to it, signs nobody in and disturbs no renewal', async ({
  page,
  context,
  app: server,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await page.goto('/profile');
  await new LocalCloudPages(page).pickHeading().waitFor();
  await page.goto(forgedResponse('redirect'));
  await expect(app.signInLink().or(app.tryAgain()).first()).toBeVisible();

  expect(watch.tokenRequests).toHaveLength(0);

  await app.signIn();
  await page.evaluate(clearAccessTokens);
  cloud.faults.expireRefreshTokens();
  cloud.faults.add({ at: 'authorize', silent: true, fault: { kind: 'delay', ms: 1_500 } });
  const renewal = page.waitForRequest(/prompt=none/);
  await page.reload();
  await renewal;
  const evil = await startForeignSite(
    `<script>
      const response = { v: 1, payload: 'code=stolen' };
      const bridge = open('${server.url}${forgedResponse('silent')}');
      const timer = setInterval(() => {
        if (bridge.closed) clearInterval(timer);
        else bridge.postMessage(response, '*');
      }, 50);
    </script>`,
  );
  const attacker = await context.newPage();
  const opened = attacker.waitForEvent('popup');
  await attacker.goto(evil.url);
  await opened;
  const tab = await context.newPage();
  await tab.goto('/redirect.html');
  await tab.evaluate(
    (channels) => {
      for (const name of channels)
        for (const message of [
          {},
          null,
          NaN,
          'nobody',
          '__proto__',
          { v: 1, payload: 'code=stolen' },
        ])
          new BroadcastChannel(name).postMessage(message);
    },
    await page.evaluate(channelNames),
  );

  await tab.close();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(watch.tokenRequests.map((request) => request.get('code'))).not.toContain('stolen');
  await evil.close();
});

/** Runs in the page. Returns the names of the app's channels: see account-storage.ts. */
function channelNames(): string[] {
  const key = Object.keys(sessionStorage).find((name) => name.startsWith('app|')) ?? '';
  const [app = '', clientId = '', path = ''] = key.split('|');
  return ['signed-out', 'idle'].map((name) => [app, clientId, path, name].join('|'));
}
