import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRegistration, type Seed } from '../emulator/index.ts';
import { cloudSeed } from './cloud-seed.ts';

test('an app at the root needs nothing of its own', () => {
  assert.equal(cloudSeed('7', 'id', '/'), '7');
});

test('an app below a path has the registration of the sample, its role and claims included, there', () => {
  const { seed, registrations: [app] = [] } = cloudSeed('7', 'id', '/portal/') as Seed;

  assert.equal(seed, '7');
  assert.deepEqual(app, {
    ...sampleRegistration('http://localhost:3000/', 'id'),
    redirectUris: {
      spa: ['', 'de/', 'ja/', 'ar/', 'redirect.html'].map(
        (page) => `http://localhost/portal/${page}`,
      ),
    },
  });
});
