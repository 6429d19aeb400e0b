import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  billOfMaterials,
  type Component,
  licenseOf,
  shippedComponents,
} from './bill-of-materials.ts';

/** What is delivered to people: permissive licences alone. */
const SHIPPED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
/** Tools stay on the machine that builds: weak copyleft and attribution are fine there. */
const TOOLS = [...SHIPPED, 'BlueOak-1.0.0', 'CC-BY-4.0', 'CC0-1.0', 'MPL-2.0', 'Python-2.0'];

const all = billOfMaterials();
const shipped = shippedComponents(all);

/** Every part of an AND has to be allowed, of an OR one. */
const isAllowed = (expression: string, allowed: readonly string[]): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((license) => allowed.includes(license.trim())));

const refused = (components: readonly Component[], allowed: readonly string[]) =>
  components
    .filter((component) => !isAllowed(licenseOf(component), allowed))
    .map((component) => `${component.name} ${component.version}: ${licenseOf(component)}`);

test('S44: what the app ships has a permissive licence', () => {
  assert.ok(shipped.length >= 10);
  assert.deepEqual(refused(shipped, SHIPPED), []);
});

test('S44: every tool has a licence that is allowed for tools', () => {
  assert.deepEqual(refused(all.components, TOOLS), []);
  assert.ok(!isAllowed('', TOOLS), 'no licence');
  assert.ok(!isAllowed('MIT AND GPL-3.0-only', TOOLS));
  assert.ok(isAllowed('(GPL-2.0-only OR MIT)', TOOLS));
});

test('S44: there is a CycloneDX bill of materials, with a hash for every package', () => {
  assert.equal(all.bomFormat, 'CycloneDX');
  assert.match(all.specVersion, /^1\.[5-9]$/);
  assert.ok(all.components.length > 400);
  assert.deepEqual(
    all.components
      .filter(({ purl, hashes }) => !purl.startsWith('pkg:npm/') || hashes?.[0]?.alg !== 'SHA-512')
      .map(({ name }) => name),
    [],
  );
});
