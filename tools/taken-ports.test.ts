import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { takenPorts } from './taken-ports.ts';

/** A port that something listens on until the test ends. */
async function takenPort(t: TestContext): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('free ports are nothing to speak of', async () => {
  assert.deepEqual(
    await takenPorts({ app: await freePort(), cloud: await freePort() }, 'npm start'),
    [],
  );
});

test('each taken port is named, with another that would do', async (t) => {
  const [app, cloud, api] = [await takenPort(t), await takenPort(t), await takenPort(t)];
  const [first, second, third, ...others] = await takenPorts(
    { app, cloud, api },
    'npm run preview',
  );

  assert.match(first ?? '', new RegExp(`^Port ${app}, .* npm run preview -- --port ${app + 100}$`));
  assert.match(second ?? '', new RegExp(`^Port ${cloud}, .*"http://localhost:${cloud + 100}" in`));
  assert.match(third ?? '', new RegExp(`^Port ${api}, .*npm run preview -- --no-api, or`));
  assert.deepEqual(others, []);
});
