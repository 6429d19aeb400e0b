import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REGISTER_CLOUDS } from './clouds.ts';
import { COMMITTED_CONFIG, configText } from './config-file.ts';

const values = { clientId: '11112222-bbbb-3333-cccc-4444dddd5555', tenant: 'common' };

test('writes what the app takes for every cloud, and keeps the other fields', async () => {
  const before = {
    ...COMMITTED_CONFIG,
    supportEmail: 'help@contoso.com',
    localCloud: 'http://localhost:4001',
  };
  for (const name of ['global', 'usgov', 'usgov-dod', 'china'] as const) {
    const text = await configText(before, REGISTER_CLOUDS[name], values);
    assert.match(text, /help@contoso\.com/);
    assert.doesNotMatch(text, /localCloud/);
  }
  await assert.rejects(
    configText(before, REGISTER_CLOUDS.global, { ...values, tenant: '' }),
    /The app would refuse the new config\.json\. tenant/,
  );
});

test('the local cloud’s example API goes to no real cloud; the team’s own APIs stay', async () => {
  const own = { name: 'Orders', origin: 'https://orders.contoso.com', scopes: ['api://o/Read'] };
  const before = { ...COMMITTED_CONFIG, apis: [...COMMITTED_CONFIG.apis, own] };
  const apisIn = async (cloud: keyof typeof REGISTER_CLOUDS, config: object) =>
    (JSON.parse(await configText({ ...config }, REGISTER_CLOUDS[cloud], values)) as typeof before)
      .apis as unknown;
  assert.deepEqual(await apisIn('global', before), [own]);
  assert.deepEqual(await apisIn('local', before), before.apis);
  assert.equal(await apisIn('global', COMMITTED_CONFIG), undefined);
});
