import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appHeaders, bridgeHeaders, errorHeaders } from '../hosting/policy.ts';
import { siteFor } from '../hosting/site.ts';
import { hostHeaders } from './host-headers.ts';

const hashes = { script: ["'sha256-script'"], style: ["'sha256-style'"] };
const printed = (config: object) => hostHeaders(siteFor(JSON.stringify(config), hashes));

test('the headers are those of the policy, for the build’s hashes and the cloud of config.json', () => {
  const origins = {
    login: ['https://login.microsoftonline.us'],
    graph: ['https://graph.microsoft.us'],
  };
  const text = printed({ cloud: 'us-government', tenant: 'common' });

  for (const [name, value] of [
    ...Object.entries(appHeaders(origins, hashes)),
    ...Object.entries(bridgeHeaders()),
    ...Object.entries(errorHeaders()),
    ['Cache-Control', 'public, max-age=31536000, immutable'],
    ['Cache-Control', 'no-cache'],
  ]) {
    assert.ok(text.includes(`\n${name}: ${value}\n`), `${name} is missing in ${text}`);
  }
});

test('an authority of one’s own is let through with the other hosts it has, and no preset', () => {
  const text = printed({
    authority: 'https://login.contoso.com/contoso.com',
    knownAuthorities: ['login.contoso.com', 'contoso.ciamlogin.com'],
    graphBaseUrl: 'https://graph.microsoft.com',
  });

  assert.match(
    text,
    /connect-src 'self' https:\/\/login\.contoso\.com https:\/\/contoso\.ciamlogin\.com https:\/\/graph\.microsoft\.com;/,
  );
});

test('graphBaseUrl goes before the Graph of the cloud', () => {
  const text = printed({ cloud: 'us-government', graphBaseUrl: 'https://dod-graph.microsoft.us' });

  assert.match(
    text,
    /connect-src 'self' https:\/\/login\.microsoftonline\.us https:\/\/dod-graph\.microsoft\.us;/,
  );
});

test('an API of one’s own is let through, and of its entry no more than the origin', () => {
  const text = printed({
    cloud: 'global',
    apis: [
      { origin: 'https://orders.contoso.com' },
      { origin: "https://x.example/; script-src 'unsafe-eval'" },
    ],
  });

  assert.match(text, /graph\.microsoft\.com https:\/\/orders\.contoso\.com https:\/\/x\.example;/);
  assert.doesNotMatch(text, /unsafe-eval/);
});

test('another OpenID Connect provider is let through with the other hosts it has, and no Graph', () => {
  const text = printed({
    protocol: 'oidc',
    authority: 'https://id.contoso.com/realm',
    knownAuthorities: ['tokens.contoso.com'],
  });

  assert.match(
    text,
    /connect-src 'self' https:\/\/id\.contoso\.com https:\/\/tokens\.contoso\.com;/,
  );
  assert.match(text, /frame-src 'self' https:\/\/id\.contoso\.com https:\/\/tokens\.contoso\.com;/);
  assert.doesNotMatch(text, /graph/);
});

test('the host of an external tenant is let through', () => {
  const authority = 'https://contoso.ciamlogin.com';
  const text = printed({ authority, graphBaseUrl: 'https://graph.microsoft.com' });

  assert.ok(text.includes(`connect-src 'self' ${authority} https://graph.microsoft.com;`), text);
  assert.ok(text.includes(`frame-src 'self' ${authority};`), text);
});

test('the host of a policy of Azure AD B2C is let through, and no Graph', () => {
  const host = 'https://contoso.b2clogin.com';
  const text = printed({ authority: `${host}/contoso.onmicrosoft.com/B2C_1_in` });

  assert.ok(text.includes(`connect-src 'self' ${host};`), text);
  assert.ok(text.includes(`frame-src 'self' ${host};`), text);
});

test('a site that signs in by popup stays connected to its windows', () => {
  assert.match(
    printed({ cloud: 'global', interaction: 'popup' }),
    /Cross-Origin-Opener-Policy: same-origin-allow-popups/,
  );
});

test('a config.json that names no cloud, or is not JSON, is refused', () => {
  assert.throws(() => printed({ cloud: 'mars' }), /does not say where people sign in/);
  assert.throws(() => printed({ authority: 'https://login.contoso.com/x' }), /where Graph is/);
  assert.throws(() => siteFor('{', hashes), /config\.json is not JSON/);
});
