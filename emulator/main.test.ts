import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PortInUseError, startLocalCloud } from './index.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: string[], onOutput?: (kill: () => void) => void): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      onOutput?.(() => child.kill('SIGTERM'));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

describe('the command line', () => {
  test('prints the address and people, and ends cleanly on a signal', async () => {
    const { code, out, err } = await run(['--port', '0'], (kill) => {
      kill();
    });
    assert.equal(code, 0);
    assert.match(out, /http:\/\/localhost:\d+/);
    assert.match(out, /Console +http:\/\/localhost:\d+\/ .*faults/);
    assert.match(out, /adele@contoso\.example/);
    assert.equal(err, '');
  });

  const mistakes: [string[], RegExp][] = [
    [['--prot', '1'], /^Unknown option '--prot'\. Try --help\.\n$/],
    [['--port', 'abc'], /^--port takes a number from 0 to 65535, not "abc"\.\n$/],
    [['--port', '70000'], /^--port takes a number from 0 to 65535, not "70000"\.\n$/],
    [['extra'], /^Unexpected argument 'extra'\. .*Try --help\.\n$/],
  ];
  for (const [args, sentence] of mistakes) {
    test(`${args.join(' ')}: one sentence and exit code 1`, async () => {
      const { code, out, err } = await run(args);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, sentence);
    });
  }

  test('a taken port: one sentence that names it and the remedy', async () => {
    const cloud = await startLocalCloud({ port: 0 });
    const { port } = new URL(cloud.url);
    const { code, err } = await run(['--port', port]);
    await cloud.close();
    assert.equal(code, 1);
    assert.match(err, new RegExp(`^Port ${port} is already in use: .* --port\\.\n$`));
  });

  test('--help says that it is for development and tests', async () => {
    const { code, out } = await run(['--help']);
    assert.equal(code, 0);
    assert.match(out, /for development\s+and tests only/);
  });
});

describe('startLocalCloud', () => {
  test('rejects with a typed error when the port is taken', async () => {
    const cloud = await startLocalCloud({ port: 0 });
    const port = Number(new URL(cloud.url).port);
    await assert.rejects(startLocalCloud({ port }), (error) => {
      assert.ok(error instanceof PortInUseError);
      assert.equal(error.port, port);
      return true;
    });
    await cloud.close();
  });

  test('refuses a request for any host but localhost', async () => {
    const cloud = await startLocalCloud({ port: 0 });
    const { port } = new URL(cloud.url);
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve) => {
        const path = '/common/discovery/v2.0/keys';
        request({ port, host: '127.0.0.1', path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    assert.equal(await statusFor('evil.test'), 421);
    assert.equal(await statusFor('localhost.evil.test'), 421);
    assert.equal(await statusFor(`localhost:${port}`), 200);
    assert.equal(await statusFor(`[::1]:${port}`), 200);
    await cloud.close();
  });

  test('frees the port when it is closed', async () => {
    const first = await startLocalCloud({ port: 0 });
    await first.close();
    const second = await startLocalCloud({ port: Number(new URL(first.url).port) });
    assert.equal(second.url, first.url);
    await second.close();
  });
});
