import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudSeed } from './cloud-seed.ts';

test('an app at the root needs nothing of its own', () => {
  assert.equal(cloudSeed('7', 'id', '/'), '7');
});

test('an app below a path has its redirect URIs registered there', () => {
  assert.deepEqual(cloudSeed('7', 'id', '/portal/'), {
    seed: '7',
    registrations: [
      {
        clientId: 'id',
        name: 'The app at /portal/',
        redirectUris: {
          spa: ['', 'de/', 'ja/', 'ar/', 'redirect.html'].map(
            (page) => `http://localhost/portal/${page}`,
          ),
        },
      },
    ],
  });
});
