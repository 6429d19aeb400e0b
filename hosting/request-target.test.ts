import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { rawRequest, requestLine } from './raw-request.ts';
import { type BuildServer, serveBuild } from './serve-build.ts';

const FILES: Readonly<Record<string, string | undefined>> = {
  '/index.html': 'landing page',
  '/index.csr.html': 'any other page',
  '/redirect.html': 'bridge page',
  '/main-6PA2CVVA.js': 'script',
};

describe('whatever target arrives', () => {
  let server: BuildServer;
  const asked: string[] = [];
  const get = (target: string, method?: string) =>
    rawRequest(server.port, requestLine(target, method));

  before(async () => {
    server = await serveBuild({
      headers: { 'X-App': 'yes' },
      page: '/index.csr.html',
      file: (path) => {
        asked.push(path);
        if (path === '/broken.js') return Promise.reject(new Error('unreadable'));
        const body = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
        return Promise.resolve(body === undefined ? body : { body });
      },
    });
  });
  after(() => server.close());

  const pages = [
    '//',
    '/profile;x=//evil.example',
    '/%2F%2Fevil.example',
    '/profile;file=a.js',
    '/people/adele@contoso.example',
    '/a%20b',
    '/\\evil',
    '/mail?message=a.b/c',
    '/%00',
    '/%',
    '/%zz.js',
    '/x\\..\\..\\package.json%00',
    '/profile/',
    '/profile?file=x.js',
    'http://other.example/profile',
    'HTTP://other.example:80/profile?x=1',
    `/${'a'.repeat(10_000)}`,
  ];
  for (const target of pages)
    test(`${target.slice(0, 60)} is a page of the app`, async () => {
      const { status, body } = await get(target);

      assert.deepEqual({ status, body }, { status: 200, body: 'any other page' });
    });

  for (const target of ['http://other.example', 'http://other.example/', '/?x', '/x/..', '/%2e'])
    test(`${target} is the landing page`, async () => {
      assert.equal((await get(target)).body, 'landing page');
    });

  for (const target of [
    '/missing.js',
    '//evil.example',
    '/x.js;v=1',
    '/.env',
    '/.git/config',
    '/../../package.json',
    '/%2e%2e/package.json',
    '/x\\..\\..\\package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/..%5c..%5cboot.ini',
    '/__proto__.js',
  ])
    test(`S33: ${target} is a file that is missing`, async () => {
      const { status, headers, body } = await get(target);

      assert.deepEqual({ status, body }, { status: 404, body: '' });
      assert.match(headers.get('content-security-policy') ?? '', /trusted-types 'none'/);
    });

  for (const target of ['*', 'http:///profile', 'http://', 'ftp://x/y', 'x'])
    test(`${target} is no target, and refused`, async () => {
      assert.equal((await get(target)).status, 400);
    });

  test('a file that cannot be read is a 500, and the host goes on', async () => {
    assert.equal((await get('/broken.js')).status, 500);
    assert.equal((await get('/')).status, 200);
  });

  test('HEAD has the header fields of GET and no body', async () => {
    const { body } = await get('/profile');
    const head = await get('/profile', 'HEAD');

    assert.equal(head.body, '');
    assert.equal(head.headers.get('content-length'), String(body.length));
    assert.equal(head.headers.get('x-app'), 'yes');
  });

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])
    test(`${method} is not allowed, and the answer says what is`, async () => {
      const { status, headers } = await get(method === 'CONNECT' ? 'x.example:443' : '/', method);

      assert.equal(status, 405);
      assert.equal(headers.get('allow'), 'GET, HEAD');
    });

  test('a target longer than a header may be is refused', async () => {
    assert.equal((await get(`/${'a'.repeat(20_000)}`)).status, 431);
  });

  test('a property: it is answered, and no file outside the build is asked for', async () => {
    const part = fc.oneof(
      fc.constantFrom('/', '//', '..', '.', '\\', '%2e%2e', '%2f', '%5c', '%00', '%', '%zz', ';'),
      fc.constantFrom(
        '?',
        '#',
        '@',
        ':',
        '*',
        'http://',
        'x',
        'a.js',
        'index.html',
        'evil.example',
      ),
      fc.constantFrom('__proto__', 'constructor', 'CON', 'C:', '~', '\t', '\u0000', '\u00ff'),
      fc.string({ unit: 'binary-ascii', maxLength: 8 }),
      fc.integer({ min: 1, max: 3_000 }).map((length) => 'A'.repeat(length)),
    );
    const targets = fc
      .tuple(fc.constantFrom('/', '/', '/', 'http://x/', ''), fc.array(part, { maxLength: 8 }))
      .map(([start, parts]) => start + parts.join(''));
    const methods = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'get', 'X', 'CONNECT');
    await fc.assert(
      fc.asyncProperty(targets, methods, async (target, method) => {
        asked.length = 0;
        const { status, headers } = await get(target, method);
        assert.ok([200, 304, 400, 404, 405, 431].includes(status), `${status} for ${target}`);
        assert.equal(headers.get('location'), undefined);
        for (const path of asked) assert.match(path, /^(\/[\w~-][\w.~-]*)+$/);
      }),
      // The same seed each time, so that a failure is one of the change under test.
      { numRuns: 1000, seed: Number(process.env['PROPERTY_SEED'] ?? '20260101') },
    );
    assert.equal((await get('/')).body, 'landing page');
  });
});
