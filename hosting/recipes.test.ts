import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import type { Headers } from './policy.ts';
import { exampleRecipes, hosts, recipeFor } from './recipes.ts';
import { siteFor } from './site.ts';

const FOLDER = fileURLToPath(new URL('recipes/', import.meta.url));
const config = readFileSync(join(FOLDER, 'example-config.json'), 'utf8');
const hashes = {
  script: ["'sha256-script='"],
  style: ["'sha256-style='"],
  basePath: '/portal/',
  languages: ['de'],
};

test('every recipe that is checked in is what the policy makes of the example', () => {
  const checkedIn = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('example-'))
    .map((entry) => join(entry.parentPath, entry.name));
  const made = exampleRecipes();

  assert.deepEqual(
    checkedIn.map((file) => file.slice(FOLDER.length).replaceAll('\\', '/')).sort(),
    Object.keys(made).sort(),
  );
  for (const [name, text] of Object.entries(made))
    assert.equal(
      readFileSync(join(FOLDER, name), 'utf8'),
      text,
      `${name}: npm run headers -- --example`,
    );
});

/** As the value stands in a file, whatever its quotes. */
const plain = (text: string) =>
  text.replaceAll("\\'", "'").replaceAll('&quot;', '"').replaceAll('\\"', '"');

function assertHas(text: string, headers: Headers, host: string): void {
  for (const [name, value] of Object.entries(headers)) {
    // CloudFront takes the age of this one, and its name says what X-Content-Type-Options has.
    if (host === 'cloudfront' && /^(Strict|X-)/.test(name)) continue;
    assert.ok(plain(text).includes(value), `${host} lacks ${name}: ${value}`);
  }
}

for (const host of hosts.filter((name) => name !== 'kubernetes'))
  test(`S15, S16, S25, S27, S29, S30, S31, S32: ${host} is told every header, below a path as well`, () => {
    const site = siteFor(config, hashes);
    const text = Object.values(recipeFor(host, config, hashes)).join('\n');

    for (const headers of [site.page, site.hashed, site.bridge]) assertHas(text, headers, host);
    assert.match(text, /\/?portal\/index\.csr\.html|index\.csr\.html/);
    assert.doesNotMatch(text, /unsafe-(inline|eval)/);
  });

for (const host of hosts.filter((name) => name !== 'kubernetes'))
  test(`${host} is told where reports go`, () => {
    const reportUrl = 'https://telemetry.example/v1/logs';
    const withReports = JSON.stringify({ ...(JSON.parse(config) as object), reportUrl });
    const text = Object.values(recipeFor(host, withReports, hashes)).join('\n');

    assertHas(text, siteFor(withReports, hashes).page, host);
  });

test('Azure Front Door gets no more actions in a rule than it takes', () => {
  const text = Object.values(recipeFor('azure-front-door', config, hashes)).join('');
  for (const rule of text.split('resource rule').slice(1))
    assert.ok((rule.match(/typeName: 'DeliveryRule\w+Action/g) ?? []).length <= 5, rule);
});

test('Kubernetes gets the settings as variables, and gives no privilege', () => {
  const text = Object.values(recipeFor('kubernetes', config, hashes)).join('');

  assert.match(
    text,
    /APP_CLIENT_ID: "11112222-bbbb-3333-cccc-4444dddd5555"\n {2}APP_CLOUD: "global"/,
  );
  assert.match(text, /readOnlyRootFilesystem: true/);
  assert.match(text, /runAsNonRoot: true/);
});

test('a host there is no recipe for is named, with those there are', () => {
  assert.throws(
    () => recipeFor('github-pages', config, hashes),
    /"github-pages": give one of apache, /,
  );
});

test('a report address that would end its header is refused', () => {
  const reportUrl = 'https://telemetry.example/"; script-src *';

  assert.throws(
    () => siteFor(JSON.stringify({ ...(JSON.parse(config) as object), reportUrl }), hashes),
    /no plain address/,
  );
});

test('S25: no address of config.json brings a directive of its own into the policy', () => {
  for (const fields of [
    { apis: [{ origin: 'https://orders.example;sandbox' }] },
    { authority: 'https://login.example;sandbox/', graphBaseUrl: 'https://graph.example' },
    { authority: 'https://login.example/', graphBaseUrl: 'https://graph.example;sandbox' },
    { cloud: 'local', localCloud: 'http://localhost$arg_x' },
    { knownAuthorities: ['login.example;sandbox'] },
  ])
    assert.throws(
      () => siteFor(JSON.stringify({ ...(JSON.parse(config) as object), ...fields }), hashes),
      /no plain name/,
    );
});
