import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { serveBuild, type BuildServer } from './serve-build.ts';

/** A request as bytes: what fetch and browsers would never send, a scanner does. */
function send(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost', () => {
      socket.write(head);
    });
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('end', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
}

describe('whatever arrives, the host answers, and with nothing from outside the build', () => {
  let server: BuildServer;
  const asked: string[] = [];
  before(async () => {
    server = await serveBuild({
      headers: {},
      page: '/index.csr.html',
      file: (path) => {
        asked.push(path);
        return Promise.resolve(path.endsWith('.html') ? { body: 'page' } : undefined);
      },
    });
  });
  after(() => server.close());

  const get = (target: string, method = 'GET') =>
    send(
      server.port,
      `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
  const statusOf = async (target: string, method?: string) =>
    /^HTTP\/1\.1 (\d{3})/.exec(await get(target, method))?.[1];

  const isInside = (path: string) =>
    /^\/[\w./~-]+$/.test(path) && !path.split('/').some((part) => part === '..' || part === '.');

  const pages = [
    '//',
    '/profile;x=//evil.example',
    '/%2F%2Fevil.example',
    '/profile;x=a.b',
    '/a%20b',
    '/%',
    '/%00',
    '/\\evil',
    'http://evil.example/profile',
    '/mail?message=a.b/c',
  ];
  for (const target of pages) {
    test(`GET ${target} is a page of the app`, async () => {
      assert.equal(await statusOf(target), '200');
    });
  }

  for (const target of [
    '/missing.js',
    '//evil.example',
    '/../package.json',
    '/..%2fpackage.json',
    '/a/../../x.ts',
  ]) {
    test(`GET ${target} is a 404 or a page, and asks for no file outside`, async () => {
      assert.match((await statusOf(target)) ?? '', /^(404|200)$/);
      assert.ok(asked.every(isInside));
    });
  }

  test('only reading is allowed', async () => {
    assert.match(await get('/', 'POST'), /^HTTP\/1\.1 405[^]*Allow: GET, HEAD/);
    assert.equal(await statusOf('/', 'HEAD'), '200');
  });

  test('any bytes in the place of the address', async () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%',
      '%2f',
      '%5c',
      ';',
      '?',
      '#',
      '\\',
      ':',
      '@',
      'a',
      '.js',
      '\u00ff',
    );
    const target = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`);
    await fc.assert(
      fc.asyncProperty(target, async (path) => {
        assert.match(await get(path), /^HTTP\/1\.1 (200|400|404) /);
        assert.ok(asked.every(isInside));
      }),
      { numRuns: 1_000 },
    );
  });
});
