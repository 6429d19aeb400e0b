import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { browserFlags, findBrowser } from './browser.ts';
import { packCloud } from './pack-cloud.ts';

/** The local cloud as another project gets it: from the tarball, with nothing of this repository but packages. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'entra-local-cloud';

interface Package {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const read = (path: string) => readFileSync(path, 'utf8');
const manifest = (path: string) => JSON.parse(read(path)) as Package;

/** Starts a program and waits for a line it prints; `ended` is all it printed, once it is over. */
function start(args: string[], line: RegExp, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let out = '';
  const ended = new Promise<string>((resolve) => {
    child.once('close', () => {
      resolve(out);
    });
  });
  const found = new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      out += chunk.toString();
      const match = line.exec(out)?.[1];
      if (match !== undefined) resolve(match);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then(() => {
      reject(new Error(out));
    });
  });
  return { child, found, ended };
}

describe('the packed local cloud', () => {
  const project = mkdtempSync(join(tmpdir(), 'packed-'));
  const installed = join(project, 'node_modules', NAME);
  const { dependencies, bin, version } = manifest(join(ROOT, 'emulator/package/package.json'));
  let cloud: ReturnType<typeof start>;
  let url: string;
  let browser: Browser;
  let page: Page;

  before(async () => {
    const tarball = packCloud(join(project, 'build'));
    mkdirSync(dirname(installed), { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', project]);
    renameSync(join(project, 'package'), installed);
    // What npm would fetch: the dependencies it names and no other, and what the examples are made with.
    const made = ['@azure/msal-browser', '@azure/msal-node', '@azure/msal-react', '@types/node'];
    const wanted = [...Object.keys(dependencies), ...made, 'oidc-client-ts', 'react', 'react-dom'];
    for (const name of wanted) {
      const link = join(project, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
    }
    const program = join(installed, bin[NAME] ?? '');
    cloud = start([program, '--port', '0', '--control'], /only\): (http:\/\/localhost:\d+)/);
    url = await cloud.found;
    browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  });
  after(async () => {
    await browser.close();
    cloud.child.kill();
    await cloud.ended;
    rmSync(project, { recursive: true, force: true });
  });

  // Consents too, so that each example is asked for its own.
  beforeEach(() => fetch(`${url}/control/reset`, { method: 'POST' }));

  const signIn = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Adele Vance' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
  };

  test('has the versions that this repository is tested with', () => {
    const root = manifest(join(ROOT, 'package.json'));
    assert.equal(version, root.version);
    for (const [name, exact] of Object.entries(dependencies)) {
      assert.equal(exact, root.devDependencies[name] ?? root.dependencies[name], name);
    }
    const container = read(join(installed, 'Containerfile'));
    assert.ok(container.includes(`FROM node:${root.devDependencies['node'] ?? ''}-`));
    assert.ok(container.includes(`ENTRYPOINT ["node", "${bin[NAME] ?? ''}"]`));
  });

  test('starts by one import, in JavaScript and with types', () => {
    const program = (wrong: string) => `
      import { startLocalCloud, msalAuthority } from '${NAME}';
      import { msalAuthority as same } from '${NAME}/msal';
      const cloud = await startLocalCloud({ port: 0 });
      cloud.faults.add({ at: 'graph', fault: { kind: 'hang' } });
      ${wrong}
      await cloud.close();
      console.log(same(cloud.url, 'common').authority === msalAuthority(cloud.url, 'common').authority);`;
    writeFileSync(join(project, 'program.mjs'), program(''));
    const out = execFileSync(process.execPath, ['program.mjs'], { cwd: project });
    assert.equal(out.toString().trim(), 'true');
    const typed = program(`// @ts-expect-error there is no such fault
      cloud.faults.add({ at: 'graph', fault: { kind: 'no-such-fault' } });`);
    writeFileSync(join(project, 'program.mts'), typed);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const options =
      '--noEmit --strict --skipLibCheck --module nodenext --target es2024 --types node';
    execFileSync(process.execPath, [tsc, ...options.split(' '), 'program.mts'], {
      cwd: project,
      stdio: 'inherit',
    });
  });

  /** Bundles an example as its users would, and serves it with a page around it. */
  const serve = async (example: string) => {
    const { outputFiles } = await build({
      entryPoints: [join(installed, 'examples', example)],
      bundle: true,
      write: false,
      format: 'esm',
      jsx: 'automatic',
      define: {
        'process.env.CLOUD_URL': JSON.stringify(url),
        'process.env.NODE_ENV': '"production"',
      },
    });
    const server = createServer((request, response) => {
      const isScript = request.url === '/main.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      const html = `<!doctype html><div id="root"></div><script type="module" src="/main.js"></script>`;
      response.end(isScript ? outputFiles[0]?.text : html);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return server;
  };
  for (const example of ['msal-react/main.jsx', 'oidc-client-ts/main.js']) {
    test(`signs in through ${example}`, async (run) => {
      const server = await serve(example);
      run.after(() => {
        server.close();
        server.closeAllConnections();
      });
      page = await browser.newPage();
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await signIn();
      await page.getByText('Hello Adele Vance').waitFor();
      await page.close();
    });
  }

  test('signs in through msal-node/main.js', async () => {
    const program = join(installed, 'examples/msal-node/main.js');
    const example = start([program], /Sign in at (\S+)/, { CLOUD_URL: url });
    page = await browser.newPage();
    await page.goto(await example.found);
    await signIn();
    assert.match(await example.ended, /Hello Adele Vance/);
    await page.close();
  });
});
