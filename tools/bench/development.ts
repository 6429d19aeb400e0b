import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

const TEMPLATE = new URL('../../src/app/home/home.component.html', import.meta.url);
const PORT = '3999';

/** How long `ng serve` takes, in seconds: until it serves, and to build anew after a template was changed. */
export async function measureServe(): Promise<{ serve: number; rebuild: number }> {
  const began = performance.now();
  const server = spawn('npx', ['ng', 'serve', '--port', PORT], {
    shell: process.platform === 'win32',
    detached: process.platform !== 'win32',
  });
  let output = '';
  server.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const said = async (text: string): Promise<number> => {
    while (!output.includes(text)) {
      if (server.exitCode !== null) throw new Error(`ng serve ended: ${output}`);
      await new Promise((resolve) => server.stdout.once('data', resolve));
    }
    return performance.now();
  };
  try {
    const serve = ((await said('Local:')) - began) / 1_000;
    output = '';
    return { serve, rebuild: await measureRebuild(() => said('complete')) };
  } finally {
    if (server.pid) process.kill(process.platform === 'win32' ? server.pid : -server.pid);
  }
}

async function measureRebuild(done: () => Promise<number>): Promise<number> {
  const template = await readFile(TEMPLATE, 'utf8');
  try {
    const changed = performance.now();
    await writeFile(TEMPLATE, template.replace('one sign-in away', 'one sign-in away.'));
    return ((await done()) - changed) / 1_000;
  } finally {
    await writeFile(TEMPLATE, template);
  }
}
