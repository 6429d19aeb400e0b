import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { nginxConf } from '../hosts/nginx.ts';
import type { InlineHashes } from '../policy.ts';
import { siteFor } from '../site.ts';
import { checkConfig } from '../check-config.ts';
import { configFrom, variableOf } from './environment.ts';

/**
 * What the container does before nginx starts: makes config.json of the environment variables, checks it by the app's
 * own rules, and writes it and the nginx.conf that goes with it. So one image serves every environment, with the policy
 * of its tenant. Exits 1 when a variable is wrong, with each one's name, value and remedy.
 *
 * Arguments: the build's `inline-hashes.json`, the host's root folder, the folder to write to.
 */
const [hashesFile = '', root = '', target = ''] = process.argv.slice(2);

async function writeSite(): Promise<void> {
  const config = configFrom(process.env);
  const hashes = JSON.parse(readFileSync(hashesFile, 'utf8')) as InlineHashes;
  const { basePath = '/' } = hashes;
  // SITE_URL says where the app will be; only for the local cloud does it have to be localhost.
  const origin = process.env['SITE_URL'] ?? 'https://app.invalid';
  const { problems } = await checkConfig(config, new URL(basePath, origin));
  if (problems.length > 0)
    throw new Error(
      problems
        .map(({ field, value, remedy }) => `${variableOf(field)} (${field}): ${value}. ${remedy}`)
        .join('\n'),
    );
  const text = JSON.stringify(config);
  mkdirSync(target, { recursive: true });
  writeFileSync(`${target}/config.json`, text);
  const port = process.env['PORT'] ?? '8080';
  if (!/^\d+$/.test(port)) throw new Error(`PORT is "${port}": give a number, such as 8080.`);
  writeFileSync(
    `${target}/nginx.conf`,
    nginxConf([siteFor(text, hashes)], {
      listen: [port, `[::]:${port}`],
      root,
      temp: target,
      configs: { [basePath]: `${target}/config.json` },
    }),
  );
}

await writeSite().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
