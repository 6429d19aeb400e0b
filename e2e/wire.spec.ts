import { createHash } from 'node:crypto';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

const parameter = (url: URL | undefined, name: string) => url?.searchParams.get(name) ?? '';

test('S1, S2: the authorization code flow with PKCE S256, and the verifier that belongs to it', async ({
  page,
  watch,
}) => {
  await new AppPages(page).signIn();
  const [authorize] = watch.authorizeRequests;
  const [token] = watch.tokenRequests;

  expect(parameter(authorize, 'response_type')).toBe('code');
  expect(parameter(authorize, 'code_challenge_method')).toBe('S256');
  expect(parameter(authorize, 'code_challenge')).toHaveLength(43);
  expect(
    createHash('sha256')
      .update(token?.get('code_verifier') ?? '')
      .digest('base64url'),
  ).toBe(parameter(authorize, 'code_challenge'));
  expect(watch.tokenRequests, 'token requests').toHaveLength(1);
});

test('S3: no token is in any URL, and only the code flow is requested', async ({ page, watch }) => {
  await new AppPages(page).signIn();

  expect(watch.urls.filter((url) => url.includes('#code='))).not.toEqual([]);
  expect(watch.urls.filter((url) => /(access_token|id_token|refresh_token)=/.test(url))).toEqual(
    [],
  );
  expect(watch.authorizeRequests.map((url) => parameter(url, 'response_type'))).toEqual(['code']);
});

test('S4: state, nonce and challenge are fresh for every sign-in', async ({ page, watch }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.signOut();
  await app.signInLink().click();
  await page.getByRole('button', { name: 'Adele Vance' }).click();
  await app.person('Adele Vance').waitFor();
  const [first, second] = watch.authorizeRequests;

  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(parameter(first, name)).not.toBe('');
    expect(parameter(second, name)).not.toBe(parameter(first, name));
  }
});

test('F16, S4: a response to another sign-in is refused without redeeming its code', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  await page.goto('/profile');
  await new LocalCloudPages(page).pickHeading().waitFor();
  await page.goto(`/#code=stolen&state=${forgedState()}`);

  await expect(app.problem()).toContainText('Sign-in was interrupted');
  expect(watch.tokenRequests).toHaveLength(0);
});

test('F16: a response that no request of MSAL was made for is not read, and signing in works', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  await page.goto('/profile');
  await new LocalCloudPages(page).pickHeading().waitFor();
  await page.goto('/#code=stolen&state=garbage');
  await expect(app.signInLink()).toBeVisible();
  expect(watch.tokenRequests).toHaveLength(0);

  await app.signInLink().click();
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F20: a response left over in the history is dropped', async ({ page, watch }) => {
  await page.goto(`/#code=stolen&state=${forgedState()}`);

  await expect(new AppPages(page).signInLink()).toBeVisible();
  expect(watch.tokenRequests).toHaveLength(0);
  expect(page.url()).not.toContain('code=');
});

test('S7, S8: the redirect URI is the registered one and the permissions are the few that are needed', async ({
  page,
  watch,
  baseURL,
}) => {
  await new AppPages(page).signIn();
  const [authorize] = watch.authorizeRequests;

  expect(parameter(authorize, 'redirect_uri')).toBe(`${baseURL ?? ''}/`);
  expect(parameter(authorize, 'scope').split(' ').sort()).toEqual(
    ['User.Read', 'openid', 'profile', 'offline_access'].sort(),
  );
});

test('S10, S11: the token goes to Graph’s two addresses and nowhere else', async ({
  page,
  cloud,
}) => {
  const withToken = new Set<string>();
  page.on('request', (request) => {
    if (request.headers()['authorization']) withToken.add(request.url().split('?')[0] ?? '');
  });
  await new AppPages(page).signIn();
  await expect(page.getByRole('main').getByText('Retail Manager')).toBeVisible();

  expect([...withToken].sort()).toEqual([
    `${cloud.url}/v1.0/me`,
    `${cloud.url}/v1.0/me/photos/240x240/$value`,
  ]);
});

test('S14: code and state are gone from the address and from every history entry', async ({
  page,
}) => {
  await new AppPages(page).signIn();
  expect(page.url()).not.toMatch(/code=|state=/);

  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');

  expect(entries.map(({ url }) => url).filter((url) => /#.*(code|state)=/.test(url))).toEqual([]);
});

test('S19: tokens are kept in sessionStorage and nowhere else', async ({
  page,
  context,
  baseURL,
}) => {
  await new AppPages(page).signIn();
  const elsewhere = await page.evaluate(async () => [
    ...Object.keys(localStorage).filter((key) => key !== 'msal.version'),
    ...(await indexedDB.databases()).map(({ name }) => name),
  ]);

  expect(elsewhere).toEqual([]);
  expect(await context.cookies(baseURL ?? '')).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ name: expect.stringMatching(/msal/) })]),
  );
});

test('S24: the home page asks nothing of the login host or Graph', async ({
  page,
  cloud,
  watch,
}) => {
  await page.goto('/');
  await expect(new AppPages(page).signInLink()).toBeVisible();

  expect(watch.urls.filter((url) => url.startsWith(cloud.url))).toEqual([]);
});

test('a cold sign-in costs two page loads of the app and no discovery', async ({
  page,
  watch,
  baseURL,
}) => {
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'document' && request.url().startsWith(baseURL ?? '-')) {
      documents.push(request.url());
    }
  });
  await new AppPages(page).signIn();

  expect(documents).toHaveLength(2);
  expect(watch.urls.filter((url) => url.includes('/.well-known/'))).toEqual([]);
});

/** Returns a state as MSAL sends it, for a sign-in that this tab never started. */
function forgedState(): string {
  const library = {
    id: '00000000-0000-7000-8000-000000000000',
    meta: { interactionType: 'redirect' },
  };
  return encodeURIComponent(`${btoa(JSON.stringify(library))}|/profile`);
}
