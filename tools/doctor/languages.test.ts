import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLocalCloud } from '../../emulator/index.ts';
import { redirectUris } from '../register/wanted.ts';
import { examine } from './doctor.ts';
import { goodSite, serveSite } from './testing.ts';

const COMPLETE = '00000001-2222-4222-8222-222222222222';
const ENGLISH = '00000002-2222-4222-8222-222222222222';
const ROOT = 'http://localhost:3000/';

const register = (clientId: string, spa: readonly string[]) => ({
  clientId,
  name: clientId,
  redirectUris: { spa: [...spa] },
});

test('names the deployed languages whose address is not registered, and no other', async (context) => {
  const cloud = await startLocalCloud({
    port: 0,
    seed: {
      registrations: [
        register(COMPLETE, redirectUris(ROOT)),
        register(ENGLISH, [ROOT, `${ROOT}redirect.html`]),
      ],
    },
  });
  context.after(() => cloud.close());
  let config = '';
  const page = (lang: string) => ({ headers: {}, body: `<html lang="${lang}"></html>` });
  const site = await serveSite(() => ({
    ...goodSite(cloud.url, config),
    '/de/': page('de'),
    // Not built: the host answers with the page of the root.
    '/ja/': page('en'),
  }));
  context.after(site.close);
  const look = async (clientId: string) => {
    config = JSON.stringify({ clientId, cloud: 'local', tenant: 'common', localCloud: cloud.url });
    const audit = () => Promise.resolve('{"vulnerabilities":{}}');
    const { findings } = await examine({
      config,
      url: site.url,
      environment: { fetch, now: Date.now, audit },
    });
    return findings.map(({ id, what }) => [id, what]);
  };

  assert.deepEqual(await look(COMPLETE), []);
  const missing = `${site.url.href}de/ is not registered (AADSTS50011); a trailing slash counts.`;
  assert.deepEqual(await look(ENGLISH), [['redirect-uri-not-registered', missing]]);
});
