import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPlan } from './start-plan.ts';

const names = (config: object) => startPlan(JSON.stringify(config)).map(({ name }) => name);

test('the local cloud is started before the app that needs it', () => {
  assert.deepEqual(names({ cloud: 'local' }), ['cloud', 'app']);
});

test('the local cloud stays off when config.json names a real tenant', () => {
  assert.deepEqual(names({ cloud: 'global', tenant: 'common' }), ['app']);
  assert.deepEqual(names({ authority: 'https://contoso.ciamlogin.com/contoso' }), ['app']);
});

test('the local cloud takes the port that config.json names', () => {
  const [cloud] = startPlan('{"cloud":"local","localCloud":"http://localhost:4100"}');

  assert.equal(cloud?.port, 4100);
  assert.match(cloud.command, /--port 4100$/);
});

test('a config.json that is not JSON is named, with the remedy', () => {
  assert.throws(() => startPlan('{'), /public\/config\.json is not JSON: correct it/);
});

for (const localCloud of ['localhost', 'http://localhost', 4001]) {
  test(`an address of the local cloud without a port is refused: ${String(localCloud)}`, () => {
    assert.throws(
      () => startPlan(JSON.stringify({ cloud: 'local', localCloud })),
      /"localCloud" .* give an address with a port/,
    );
  });
}
