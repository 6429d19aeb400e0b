import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { serveBuild, type ServedFile } from './serve-build.ts';

const FILES: Readonly<Record<string, ServedFile | undefined>> = {
  '/index.html': { body: 'landing page' },
  '/index.csr.html': { body: 'any other page' },
  '/redirect.html': { body: 'bridge page' },
  '/main-6PA2CVVA.js': { body: 'script', etag: '"1"' },
};

async function get(t: TestContext, path: string, headers: Record<string, string> = {}) {
  const server = await serveBuild({
    headers: { 'X-App': 'yes' },
    page: '/index.csr.html',
    file: (name) => Promise.resolve(FILES[name]),
  });
  t.after(() => server.close());
  const response = await fetch(`http://localhost:${server.port}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('the landing page is one file, every other page another, with its query or without', async (t) => {
  assert.equal((await get(t, '/')).text, 'landing page');
  assert.equal((await get(t, '/?x=1')).text, 'landing page');
  assert.equal((await get(t, '/profile?tab=phones')).text, 'any other page');
});

test('S33: a file that is missing is a 404, never a page', async (t) => {
  for (const path of ['/config.json', '/chunk-D-iFaB-X.js']) {
    const { status, text } = await get(t, path);
    assert.deepEqual({ status, text }, { status: 404, text: '' }, path);
  }
});

test('S16: the bridge page has headers of its own and is never stored', async (t) => {
  const { headers } = await get(t, '/redirect.html');

  assert.equal(headers.get('X-App'), null);
  assert.equal(headers.get('Cache-Control'), 'no-store');
});

test('pages are asked for again, files with a hash in their name are not', async (t) => {
  const page = await get(t, '/profile');
  const script = await get(t, '/main-6PA2CVVA.js');

  assert.equal(page.headers.get('Cache-Control'), 'no-cache');
  assert.equal(page.headers.get('Content-Type'), 'text/html; charset=utf-8');
  assert.equal(page.headers.get('X-App'), 'yes');
  assert.match(script.headers.get('Cache-Control') ?? '', /immutable/);
  assert.equal(script.headers.get('Content-Type'), 'text/javascript');
});

test('a browser that has kept the file is told so', async (t) => {
  assert.equal((await get(t, '/main-6PA2CVVA.js', { 'If-None-Match': '"1"' })).status, 304);
  assert.equal((await get(t, '/main-6PA2CVVA.js', { 'If-None-Match': '"2"' })).status, 200);
});

test('a build for a sub-path is served there and nowhere else', async (t) => {
  const server = await serveBuild({
    headers: {},
    basePath: '/portal/',
    page: '/index.csr.html',
    file: (name) => Promise.resolve(FILES[name]),
  });
  t.after(() => server.close());
  const at = (path: string) =>
    fetch(`http://localhost:${server.port}${path}`, { redirect: 'manual' });

  assert.equal(await (await at('/portal/')).text(), 'landing page');
  assert.equal(await (await at('/portal/profile')).text(), 'any other page');
  assert.equal((await at('/portal')).headers.get('Location'), '/portal/');
  assert.equal((await at('/')).status, 404);
  assert.equal((await at('/portalX/')).status, 404);
});
