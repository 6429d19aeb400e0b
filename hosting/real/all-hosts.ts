import assert from 'node:assert/strict';
import { cpSync, chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { builtFiles } from '../built-files.ts';
import type { Headers, InlineHashes } from '../policy.ts';
import { precompress } from '../precompress.ts';
import { inLanguages, serveBuild } from '../serve-build.ts';
import { type Site, siteFor, UNHASHED } from '../site.ts';
import {
  type RunningHost,
  startApache,
  startCaddy,
  startNginx,
  type StartHost,
} from './programs.ts';

/** `npm run test:hosts`: every path of the build on real hosts, header by header against the policy. */
const OUTPUT = fileURLToPath(new URL('../../dist/app/', import.meta.url));
const EXAMPLE = readFileSync(new URL('../recipes/example-config.json', import.meta.url), 'utf8');
/** With the one header whose value has quotes. */
const CONFIG = JSON.stringify({
  ...(JSON.parse(EXAMPLE) as object),
  reportUrl: 'https://telemetry.example/v1/logs',
});
const inline = JSON.parse(readFileSync(join(OUTPUT, 'inline-hashes.json'), 'utf8')) as InlineHashes;
const files = readdirSync(join(OUTPUT, 'browser'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.\w+$/.test(name) && !/\.(br|gz)$/.test(name));

const startPreview: StartHost = async ({ sites: [{ basePath, page, languages }], root }) => {
  const file = builtFiles(join(root, basePath));
  const build = { basePath, headers: page, page: '/index.csr.html', file };
  const server = await serveBuild(...inLanguages(build, languages));
  return { url: `http://localhost:${server.port}`, stop: () => server.drain(1000) };
};

const HOSTS = { nginx: startNginx, Caddy: startCaddy, Apache: startApache, preview: startPreview };

/** All header fields the policy knows: one that an answer should not have is as wrong as a missing one. */
const NAMES = (site: Site) => [
  ...new Set([site.page, site.hashed, site.bridge, site.error].flatMap((set) => Object.keys(set))),
];

test('S32: every script and style of the build has a hash in its name, but those that hosts know by name', () => {
  const named = files
    .filter((name) => /\.(js|css)$/.test(name) && !/-[\w-]{8}\.(js|css)$/.test(name))
    .sort();

  assert.deepEqual(named, [...UNHASHED].sort());
});

for (const [name, start] of Object.entries(HOSTS))
  for (const basePath of ['/', '/portal/'])
    describe(`${name} at ${basePath}`, () => {
      const site = siteFor(CONFIG, { ...inline, basePath });
      let temp: string;
      let host: RunningHost;
      before(async () => {
        temp = mkdtempSync(join(tmpdir(), 'host-'));
        // Apache gives up root's rights and has to read what the test has made.
        chmodSync(temp, 0o755);
        const root = join(temp, 'www');
        cpSync(join(OUTPUT, 'browser'), join(root, basePath), { recursive: true });
        precompress(join(root, basePath));
        host = await start({ sites: [site], root, temp });
      });
      after(async () => {
        await host.stop();
        rmSync(temp, { recursive: true });
      });
      const ask = (path: string, init: RequestInit = {}) =>
        fetch(`${host.url}${basePath}${path}`, { redirect: 'manual', ...init });

      async function expectHeaders(
        path: string,
        status: number,
        headers: Headers,
        method = 'GET',
        asked: Headers = {},
      ) {
        const response = await ask(path, { method, headers: asked });
        assert.equal(response.status, status, `${method} ${path}`);
        for (const field of NAMES(site))
          assert.equal(response.headers.get(field), headers[field] ?? null, `${path}: ${field}`);
        return response.text();
      }

      test('S15, S25, S27, S29, S30, S31, S32: every page and file has the headers of the policy', async () => {
        for (const path of ['', 'profile', 'mail/a', '?x=1', 'profile?x=a.js'])
          await expectHeaders(path, 200, site.page);
        for (const file of files) {
          const isHashed = /-[\w-]{8}\.(js|css)$/.test(file);
          const headers = isHashed ? site.hashed : site.page;
          await expectHeaders(file, 200, file === 'redirect.html' ? site.bridge : headers);
        }
        assert.ok(files.length > 10);
      });

      test('S16, S29: the bridge page is never stored, framed by the app alone, and isolates nothing', async () => {
        await expectHeaders('redirect.html', 200, site.bridge);
        await expectHeaders('redirect.html', 200, site.bridge, 'HEAD');
      });

      test('S25, S33, S34: a file that is missing is a 404 that allows nothing, and stays in no cache', async () => {
        for (const path of [
          'missing.js',
          'chunk-D-iFaB-X.js',
          'main.js.map',
          '.git/config',
          '.env',
          'app.component.spec.ts',
        ])
          await expectHeaders(path, 404, site.error);
      });

      test('only reading is allowed', async () => {
        for (const path of ['', 'profile', 'config.json'])
          await expectHeaders(path, 405, site.error, 'POST');
      });

      if (name === 'nginx')
        test('S25: what is refused before a file is looked for allows nothing either', async () => {
          for (const [status, path, headers] of [
            [414, 'a'.repeat(9_000), {}],
            [400, '', { 'X-Long': 'a'.repeat(9_000) }],
            [412, 'favicon.svg', { 'If-Match': '"x"' }],
          ] as const)
            await expectHeaders(path, status, site.error, 'GET', headers);
        });

      test('the landing page is one file, every other page another', async () => {
        assert.match(await (await ask('')).text(), /data-prerendered/);
        assert.doesNotMatch(await (await ask('profile')).text(), /data-prerendered/);
      });

      test('each language has a landing page and a page for all others, in its folder', async () => {
        for (const language of site.languages) {
          const landing = await expectHeaders(`${language}/`, 200, site.page);
          const page = await expectHeaders(`${language}/mail/a`, 200, site.page);

          assert.match(landing, new RegExp(`data-prerendered lang="${language}"`));
          assert.match(page, new RegExp(`<html lang="${language}"`));
          const bare = await ask(language);
          assert.equal(bare.status, 301);
          assert.match(bare.headers.get('Location') ?? '', new RegExp(`/${language}/[?]?$`));
        }
        assert.equal(site.languages.length, 3);
      });

      test('what a browser has kept is not sent again, and has its headers', async () => {
        const tag = (await ask('profile')).headers.get('ETag') ?? '';
        assert.notEqual(tag, '');
        const again = await ask('profile', { headers: { 'If-None-Match': tag } });

        assert.equal(again.status, 304);
        assert.equal(
          again.headers.get('Content-Security-Policy'),
          site.page['Content-Security-Policy'],
        );
      });

      test('text is compressed, and says so to caches; types are what they are', async () => {
        const answer = await ask('profile', { headers: { 'Accept-Encoding': 'gzip' } });
        assert.equal(answer.headers.get('Content-Encoding'), 'gzip');
        assert.match(answer.headers.get('Vary') ?? '', /Accept-Encoding/i);
        for (const [path, type] of [
          ['', /^text\/html; ?charset=utf-8$/],
          ['redirect.js', /^text\/javascript/],
          ['config.json', /^application\/json/],
          ['favicon.svg', /^image\/svg\+xml/],
        ] as const)
          assert.match((await ask(path)).headers.get('Content-Type') ?? '', type, path);
      });

      if (basePath !== '/')
        test('what lies outside the path is not the app; the path without its slash leads there', async () => {
          const bare = await fetch(`${host.url}/portal?x=1`, { redirect: 'manual' });
          assert.equal(bare.status, 301);
          assert.match(bare.headers.get('Location') ?? '', /\/portal\/\?x=1$/);
          for (const path of ['/', '/profile', '/portalX/', '/main.js'])
            assert.equal((await fetch(host.url + path)).status, 404, path);
        });
    });
