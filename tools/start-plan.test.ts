import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStartOptions } from './start-options.ts';
import { startPlan } from './start-plan.ts';

const plan = (config: object, ...args: string[]) => {
  const options = readStartOptions(args);
  assert.ok(options !== 'help');
  return startPlan(JSON.stringify(config), options);
};

test('the local cloud runs beside the app while config.json says so', () => {
  assert.deepEqual(plan({ cloud: 'local' }), {
    app: 3000,
    cloud: 4001,
    api: undefined,
    clientId: '',
  });
});

test('the app takes the port it is given', () => {
  assert.deepEqual(plan({ cloud: 'local' }, '--port', '3100'), {
    app: 3100,
    cloud: 4001,
    api: undefined,
    clientId: '',
  });
});

test('the local cloud stays off when config.json names a real tenant', () => {
  assert.equal(plan({ cloud: 'global', tenant: 'common' }).cloud, undefined);
  assert.equal(plan({ authority: 'https://contoso.ciamlogin.com/contoso' }).cloud, undefined);
});

test('the local cloud takes the port that config.json names', () => {
  assert.equal(plan({ cloud: 'local', localCloud: 'http://localhost:4100' }).cloud, 4100);
});

test('a config.json that is not JSON is named, with the remedy', () => {
  const options = {
    port: 3000,
    base: '/',
    control: false,
    noApi: false,
    seed: undefined,
    open: false,
  };

  assert.throws(() => startPlan('{', options), /public\/config\.json is not JSON: correct it/);
});

test('a misspelt cloud gets the list of clouds', () => {
  assert.throws(() => plan({ cloud: 'locl' }), /"locl": give one of local, global/);
});

for (const args of [['--control'], ['--seed', '7']]) {
  test(`${args.join(' ')} is refused beside a real cloud`, () => {
    assert.throws(() => plan({ cloud: 'global' }, ...args), /are for the local cloud/);
  });
}

test('one port for both is refused', () => {
  assert.throws(() => plan({ cloud: 'local' }, '--port', '4001'), /Port 4001 .* with --port/);
});

for (const localCloud of ['localhost', 'http://localhost', 4001]) {
  test(`an address of the local cloud without a port is refused: ${String(localCloud)}`, () => {
    assert.throws(
      () => plan({ cloud: 'local', localCloud }),
      /"localCloud" .* give an address with a port/,
    );
  });
}

test('the example API runs where config.json has it on this machine, unless it is left off', () => {
  const apis = [{ name: 'Tasks', origin: 'http://localhost:4002' }];
  const elsewhere = [{ name: 'Tasks', origin: 'https://tasks.contoso.com' }];

  assert.equal(plan({ cloud: 'local', apis }).api, 4002);
  assert.equal(plan({ cloud: 'local', apis }, '--no-api').api, undefined);
  assert.equal(plan({ cloud: 'local', apis: elsewhere }).api, undefined);
  assert.equal(plan({ cloud: 'local', apis: 'Tasks' }).api, undefined);
  assert.equal(plan({ cloud: 'global', apis }).api, undefined);
});

test('the example API gets no port that the app or the local cloud has', () => {
  const apis = [{ name: 'Tasks', origin: 'http://localhost:4001' }];

  assert.throws(() => plan({ cloud: 'local', apis }), /Port 4001 in "apis" .* taken twice/);
});
