import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { startTasksApi, type TasksApi } from '../examples/api/server.ts';
import { startAppServer } from './fixtures/app-server.ts';
import { audit } from './fixtures/audit.ts';
import { shoot } from './fixtures/shoot.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

/** The example API beside the app; each has to know the other's address, so its port is chosen first. */
const test = base.extend<object, { apiPort: number; api: TasksApi }>({
  apiPort: [
    async ({}, use) => {
      const server = createServer().listen(0, 'localhost');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      server.close();
      await once(server, 'close');
      await use(port);
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ workerCloud, apiPort, interaction, host }, use) => {
      const apis = [`http://localhost:${apiPort}`];
      const server = await startAppServer(workerCloud.url, interaction, host, apis);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  api: [
    async ({ workerCloud, apiPort, app }, use) => {
      const api = await startTasksApi(
        {
          login: workerCloud.url,
          audience: '66667777-aaaa-8888-bbbb-9999cccc0000',
          tenants: ['aaaabbbb-0000-cccc-1111-dddd2222eeee'],
          apps: ['00001111-aaaa-2222-bbbb-3333cccc4444'],
          origins: [new URL(app.url).origin],
        },
        { port: apiPort },
      );
      await use(api);
      await api.close();
    },
    { scope: 'worker' },
  ],
});

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

test('tasks at an API of one’s own: two permissions, each asked for when it is needed', async ({
  page,
  app: server,
  api,
  watch,
}) => {
  watch.expectAuthorizeRequests(4);
  const row1 = { name: 'Tasks', origin: api.url, paths: ['/tasks', '/tasks/*'] };
  const uri = 'api://tasks.contoso.example';
  server.change({
    apis: [
      { ...row1, scopes: [`${uri}/Tasks.Read`], methods: ['GET'] },
      { ...row1, scopes: [`${uri}/Tasks.ReadWrite`], methods: ['POST', 'PATCH', 'DELETE'] },
    ],
  });
  const app = new AppPages(page);
  await app.signIn();
  const link = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name });
  const allow = page.getByRole('button', { name: 'Allow access' });
  const openAnew = async () => {
    await link('Profile').click();
    await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible();
    await link('Tasks').click();
  };
  await link('Tasks').click();
  await expect(allow).toBeVisible();
  await audit(page);
  await allow.click();
  await new LocalCloudPages(page).decline();
  await expect(app.problem()).toBeVisible();
  await audit(page);
  await link('Profile').click();
  await app.openAndAllow('Tasks');
  await expect(page.getByText('There is nothing to do.')).toBeVisible();
  await audit(page);

  // What was typed is there again after the way to the consent page and back.
  const field = page.getByLabel('New task');
  await field.fill('Order chairs');
  await field.press('Enter');
  await expect(page.getByText('“Order chairs” was not added.')).toBeVisible();
  await expect(app.problem()).toContainText('Tasks.ReadWrite');
  await audit(page);
  await allow.click();
  await new LocalCloudPages(page).accept();
  await expect(field).toHaveValue('Order chairs');
  expect(watch.authorizeRequests).toHaveLength(4);

  for (const title of ['Order chairs', 'Book the meeting room', 'Send the agenda']) {
    await field.fill(title);
    await field.press('Enter');
    await expect(row(page, title).getByRole('checkbox')).toBeEnabled();
  }
  await page.getByLabel('Book the meeting room', { exact: true }).check();
  await expect(page.getByText('1 of 3 finished')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 of 3 finished')).toBeVisible();
  await audit(page);
  await shoot(page, 'tasks', { fullPage: false });

  await page.getByRole('button', { name: 'Delete Book the meeting room' }).press('Enter');
  await expect(page.getByText('0 of 2 finished')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete Send the agenda' })).toBeFocused();

  // Offline, and refused: each change is taken back, with a sentence.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Delete Send the agenda' }).press('Enter');
  await expect(page.getByText('was not deleted, and is back')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete Send the agenda' })).toBeFocused();
  await audit(page);
  await openAnew();
  await expect(app.problem()).toContainText('offline');
  await page.context().setOffline(false);
  await expect(row(page, 'Send the agenda')).toBeVisible();

  // The API refuses, then it is late.
  const tasks = `${api.url}/tasks`;
  const headers = { 'access-control-allow-origin': '*' };
  watch.expectProblem('403');
  await page.route(tasks, (route) => route.fulfill({ status: 403, headers }));
  await openAnew();
  await expect(app.problem()).toContainText('HTTP 403');
  await audit(page);
  await page.unroute(tasks);
  const audited = Promise.withResolvers<undefined>();
  await page.route(tasks, async (route) => {
    await audited.promise;
    await route.continue();
  });
  await openAnew();
  await expect(page.getByText('Loading your tasks')).toBeAttached();
  await audit(page);
  audited.resolve(undefined);
  await expect(row(page, 'Send the agenda')).toBeVisible();
  await page.route('**/tasks/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 429, headers })
      : route.continue(),
  );
  watch.expectProblem('429');
  await page.getByLabel('Order chairs', { exact: true }).click();
  await expect(page.getByText('could not be marked as finished')).toBeVisible();
  await expect(page.getByLabel('Order chairs', { exact: true })).not.toBeChecked();
});

test('without the API no link leads to the page, which says how to set one up', async ({
  page,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await expect(page.getByRole('link', { name: 'People', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tasks', exact: true })).toBeHidden();
  await page.goto('/tasks');

  await expect(page.getByRole('heading', { name: 'No tasks API is set up' })).toBeVisible();
  await audit(page);
});
