import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStartOptions } from './start-options.ts';

test('without options the app is on port 3000 and nothing else is asked for', () => {
  const expected = {
    port: 3000,
    base: '/',
    control: false,
    noApi: false,
    seed: undefined,
    open: false,
  };

  assert.deepEqual(readStartOptions([]), expected);
});

test('every option is read', () => {
  assert.deepEqual(
    readStartOptions([
      '--port',
      '3100',
      '--control',
      '--seed',
      'people.json',
      '--no-api',
      '--open',
    ]),
    { port: 3100, base: '/', control: true, noApi: true, seed: 'people.json', open: true },
  );
});

test('--help is told from a start', () => {
  assert.equal(readStartOptions(['--help']), 'help');
});

for (const args of [['--prot', '3100'], ['3100'], ['--port'], ['--control=yes']]) {
  test(`${args.join(' ')} is refused, in one line with the known options`, () => {
    assert.throws(
      () => readStartOptions(args),
      /^Error: [^\n]+\. npm start knows --port, --base-href, --control, --seed, --no-api, --open, --help\.$/,
    );
  });
}

for (const port of ['0', '65536', 'abc', '-1', '30 00']) {
  test(`port ${port} is refused`, () => {
    assert.throws(() => readStartOptions([`--port=${port}`]), /--port takes a number from 1/);
  });
}

test('an option that npm took, because -- was forgotten, is refused with the remedy', () => {
  assert.throws(
    () => readStartOptions(['3100'], { npm_config_port: 'true' }),
    /npm start -- --port/,
  );
});

test('a path for the app is read, and refused unless it begins and ends with a slash', () => {
  const options = readStartOptions(['--base-href', '/portal/']);
  assert.equal(options === 'help' ? '' : options.base, '/portal/');
  assert.throws(
    () => readStartOptions(['--base-href', 'portal']),
    /such as \/portal\/, not "portal"/,
  );
  assert.throws(() => readStartOptions(['--base-href', '/a/', '--open']), /does not go with/);
});
