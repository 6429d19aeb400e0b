import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startAppServer } from './fixtures/app-server.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

/** Takes reports as an OpenTelemetry collector does that lets this app post to it. */
async function startCollector() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Headers', 'content-type');
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      if (request.method === 'POST') bodies.push(body);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    bodies,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

test('S37: with reportUrl, a failed sign-in and the web vitals are reported, and nothing of the person', async ({
  page,
  cloud,
}) => {
  const collector = await startCollector();
  const server = await startAppServer(cloud.url, 'redirect', 'localhost', [collector.url]);
  server.change({ reportUrl: `${collector.url}/v1/logs` });
  const undo = cloud.faults.add({
    at: 'token',
    fault: {
      kind: 'entra-error',
      code: 50034,
      error: 'invalid_request',
      description: 'Injected by a fault rule: the user account adele@contoso.example is not there.',
    },
  });
  await page.goto(`${server.url}/profile?secret=zyx#zyx`);
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
  await expect(new AppPages(page).problem()).toContainText('AADSTS50034');
  undo();
  await new AppPages(page).tryAgain().click();
  await new AppPages(page).person('Adele Vance').waitFor();
  await page.goto('about:blank');

  const all = () => collector.bodies.join('\n');
  await expect.poll(all).toContain('app.auth.sign_in_failed');
  await expect.poll(all).toContain('browser.web_vital');
  expect(all()).toContain('"app.auth.correlation_id"');
  expect(all()).not.toMatch(/adele|vance|contoso|zyx|eyJ|code=/i);
  collector.close();
  await server.close();
});
