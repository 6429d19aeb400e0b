import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  appHeaders,
  bridgeHeaders,
  cacheControl,
  developmentHeaders,
  errorHeaders,
} from './policy.ts';

interface Workspace {
  projects: { app: { architect: { serve: { options: { headers: Record<string, string> } } } } };
}

const origins = { login: ['https://login.example'], graph: ['https://graph.example'] };
const csp = (headers: Record<string, string>) => headers['Content-Security-Policy'] ?? '';

test('ng serve sends the development headers, word for word', async () => {
  const text = await readFile(new URL('../angular.json', import.meta.url), 'utf8');
  const { projects } = JSON.parse(text) as Workspace;

  assert.deepEqual(projects.app.architect.serve.options.headers, developmentHeaders());
});

test('S25: the app’s policy lets nothing inline run or apply, and asks for Trusted Types', () => {
  const policy = csp(appHeaders(origins));

  assert.doesNotMatch(policy, /unsafe-/);
  for (const directive of [
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    assert.ok(policy.split('; ').includes(directive), `${directive} is missing in ${policy}`);
  }
});

test('S29: nobody may frame the app; only the app may frame the bridge page', () => {
  assert.match(csp(appHeaders(origins)), /frame-ancestors 'none'/);
  assert.match(csp(bridgeHeaders()), /frame-ancestors 'self'/);
});

// connect-src holds for the target of a redirect as well: CSP 3, section 4.1.2.
test('S13: the app may call the login and Graph origins it is given and no other, by a redirect neither', () => {
  assert.match(
    csp(appHeaders(origins)),
    /connect-src 'self' https:\/\/login\.example https:\/\/graph\.example;/,
  );
  assert.match(csp(appHeaders(origins)), /frame-src 'self' https:\/\/login\.example;/);
});

test('S16: the bridge page is never stored and does not isolate itself from a popup’s opener', () => {
  const headers = bridgeHeaders();

  assert.equal(headers['Cache-Control'], 'no-store');
  assert.equal(headers['Cross-Origin-Opener-Policy'], undefined);
});

test('the bridge page runs this site’s own scripts and nothing else', () => {
  assert.equal(
    csp(bridgeHeaders()),
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

test('S25, S29: an answer that is no page of the app allows nothing, and nobody may frame it', () => {
  const policy = csp(errorHeaders());

  assert.equal(errorHeaders()['Cache-Control'], 'no-cache');
  for (const directive of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "trusted-types 'none'",
  ]) {
    assert.ok(policy.split('; ').includes(directive), `${directive} is missing in ${policy}`);
  }
});

test('S27: the app may have the Trusted Types policy angular once; no other answer may have any', () => {
  assert.match(csp(appHeaders(origins)), /; trusted-types angular$/);
  assert.match(csp(bridgeHeaders()), /; trusted-types 'none'$/);
  assert.match(csp(errorHeaders()), /; trusted-types 'none'$/);
});

test('S15, S31: every answer hides the referrer, fixes its type and belongs to this site alone', () => {
  for (const headers of [appHeaders(origins), bridgeHeaders(), errorHeaders()]) {
    assert.equal(headers['Referrer-Policy'], 'no-referrer');
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    assert.equal(headers['Cross-Origin-Resource-Policy'], 'same-origin');
    assert.doesNotMatch(headers['Permissions-Policy'] ?? '', /local-network/);
  }
});

test('an API of one’s own may be called, and no frame of it shown', () => {
  const policy = csp(appHeaders({ ...origins, apis: ['https://orders.example'] }));

  assert.match(policy, /connect-src 'self' \S+ \S+ https:\/\/orders\.example;/);
  assert.match(policy, /frame-src 'self' https:\/\/login\.example;/);
});

test('pictures come from any host only where config.json lets people show those of mail', () => {
  assert.match(csp(appHeaders(origins)), /; img-src 'self' blob:;/);
  assert.match(
    csp(appHeaders({ ...origins, remoteImages: true })),
    /; img-src 'self' blob: https:;/,
  );
});

test('reports go to the address that is given, and there is nothing of them without one', () => {
  const report = 'https://telemetry.example/v1/logs';
  const { 'Reporting-Endpoints': endpoints, ...headers } = appHeaders({ ...origins, report });

  assert.equal(endpoints, `csp="${report}"`);
  assert.match(csp(headers), /connect-src 'self' \S+ \S+ https:\/\/telemetry\.example;/);
  assert.ok(csp(headers).endsWith(`; report-uri ${report}; report-to csp`));
  assert.doesNotMatch(JSON.stringify(appHeaders(origins)), /report/i);
});

test('S30: the app isolates itself, and stays connected to its windows only where it signs in by one', () => {
  const opener = 'Cross-Origin-Opener-Policy';

  assert.equal(appHeaders(origins)[opener], 'same-origin');
  assert.equal(appHeaders(origins, undefined, 'popup')[opener], 'same-origin-allow-popups');
});

test('S31: every answer may be had over https only, and is neither sniffed nor embedded by others', () => {
  for (const headers of [appHeaders(origins), bridgeHeaders(), errorHeaders()]) {
    assert.equal(headers['Strict-Transport-Security'], 'max-age=63072000; includeSubDomains');
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    assert.equal(headers['Cross-Origin-Resource-Policy'], 'same-origin');
    assert.match(headers['Permissions-Policy'] ?? '', /camera=\(\), geolocation=\(\)/);
  }
});

test('S15: neither page tells another where a request comes from', () => {
  assert.equal(appHeaders(origins)['Referrer-Policy'], 'no-referrer');
  assert.equal(bridgeHeaders()['Referrer-Policy'], 'no-referrer');
});

test('S32: only files with a hash in their name are kept without asking', () => {
  for (const path of ['/main-6PA2CVVA.js', '/chunk-D-iFaB-X.js', '/styles-HXSAKUPD.css']) {
    assert.match(cacheControl(path), /immutable/, path);
  }
  for (const path of ['/', '/index.html', '/config.json', '/redirect.js', '/favicon.svg']) {
    assert.equal(cacheControl(path), 'no-cache', path);
  }
});

test('development is as strict as production but for style elements, pictures and framing by itself', () => {
  const relaxed = csp(developmentHeaders())
    .replace("style-src 'self' 'unsafe-inline'", "style-src 'self'")
    .replace("frame-ancestors 'self'", "frame-ancestors 'none'")
    .replace(/(connect|frame)-src [^;]*/g, '$1-src');
  const strict = csp(appHeaders({ ...origins, remoteImages: true })).replace(
    /(connect|frame)-src [^;]*/g,
    '$1-src',
  );

  assert.equal(relaxed, strict);
});
