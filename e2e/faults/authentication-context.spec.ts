import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };

test('F30: an authentication context that Graph asks for is one step up, and the profile is there', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  cloud.faults.add({
    at: 'graph',
    path: '/me$',
    times: 1,
    fault: {
      kind: 'respond',
      status: 401,
      headers: {
        'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${encoded}"`,
        'Access-Control-Expose-Headers': 'WWW-Authenticate',
      },
    },
  });
  await page.reload();
  await new LocalCloudPages(page).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  expect(watch.authorizeRequests).toHaveLength(2);
  const asked = JSON.parse(
    watch.authorizeRequests[1]?.searchParams.get('claims') ?? '{}',
  ) as object;
  expect(asked).toMatchObject(claims);
});
