import { audit } from './fixtures/audit.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('the profile shows the organization once it is allowed, and home what else is allowed', async ({
  page,
}) => {
  const app = new AppPages(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/v1.0/')) asked.push(new URL(request.url()).pathname);
  });
  await app.signIn('Megan Bowen');
  await page.getByRole('button', { name: 'Show my organization' }).click();
  await expect(app.problem()).toContainText('User.Read.All, GroupMember.Read.All');
  await audit(page);
  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).accept();

  // By itself: the person has said what they want.
  await expect(page.getByRole('list', { name: 'Manager' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Groups and roles' })).toContainText('Project 001');
  await page.getByRole('button', { name: 'Show more groups' }).click();
  await expect(page.getByRole('list', { name: 'Groups and roles' })).toContainText('Project 021');
  expect(asked.filter((path) => path.endsWith('/$batch'))).toHaveLength(1);
  await page.getByText('Something wrong here?').click();
  await audit(page);

  asked.length = 0;
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your pages' })).toBeVisible();
  await app.openAndAllow('Mail');
  await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').first().waitFor();
  expect(asked.filter((path) => path.endsWith('/inbox'))).toEqual([]);

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Unread mail' })).toContainText(/[1-9]\d*/);
  await expect(page.getByRole('region', { name: 'Next meetings' })).toBeHidden();
  await audit(page);
});
