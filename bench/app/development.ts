import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { median } from './rows.ts';

const TEMPLATE = new URL('../../src/app/home/home.component.html', import.meta.url);
const PORT = '3999';
/** Run as it is: npx would be timed as well. */
const NG = createRequire(import.meta.url).resolve('@angular/cli/bin/ng.js');

/** Changes to the template; the first finds everything cold, and is not counted. */
const CHANGES = 4;

/** How long `ng serve` takes, in seconds: until it serves, and to build anew after a template was changed. */
export async function measureServe(): Promise<{ serve: number; rebuild: number }> {
  const began = performance.now();
  const server = spawn(process.execPath, [NG, 'serve', '--port', PORT]);
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
    const built = () => {
      output = '';
      return said('complete');
    };
    return { serve, rebuild: await measureRebuild(built) };
  } finally {
    server.kill();
  }
}

async function measureRebuild(built: () => Promise<number>): Promise<number> {
  const template = await readFile(TEMPLATE, 'utf8');
  const times: number[] = [];
  try {
    for (let change = 1; change <= CHANGES; change++) {
      const changed = performance.now();
      const done = built();
      const text = `one sign-in away${'.'.repeat(change)}`;
      await writeFile(TEMPLATE, template.replace('one sign-in away', text));
      times.push(((await done) - changed) / 1_000);
    }
  } finally {
    await writeFile(TEMPLATE, template);
  }
  return median(times.slice(1));
}
