import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { APACHE_MODULES, apacheConf } from '../hosts/apache.ts';
import { caddyfile } from '../hosts/caddy.ts';
import { nginxConf } from '../hosts/nginx.ts';
import type { Site } from '../site.ts';

/** A host program that runs as a child of this process, with the configuration of its recipe. */
export interface RunningHost {
  /** `http://localhost:49152` */
  readonly url: string;
  /** Ends it as an orchestrator does. */
  readonly stop: () => Promise<void>;
}

/** What all need: the sites, the folder that is the host's root, and a folder of their own. */
export interface HostPlace {
  readonly sites: readonly [Site, ...Site[]];
  readonly root: string;
  readonly temp: string;
  /** The config.json of each site, by its path: nginx only. */
  readonly configs?: Readonly<Record<string, string>>;
}

/** Starts a host program. */
export type StartHost = (place: HostPlace) => Promise<RunningHost>;

/** Starts nginx. @throws Error that says how to install it */
export const startNginx: StartHost = async ({ sites, root, temp, configs = {} }) => {
  const port = await freePort();
  const file = join(temp, 'nginx.conf');
  const listen = [`127.0.0.1:${port}`, `[::1]:${port}`];
  writeFileSync(file, nginxConf(sites, { listen, root, temp, configs }));
  const args = ['-e', 'stderr', '-p', temp, '-c', file, '-g', 'daemon off;'];
  return run(program('nginx', 'nginx-light'), args, port, 'SIGQUIT');
};

/** Starts Caddy. @throws Error that says how to install it */
export const startCaddy: StartHost = async ({ sites: [site], root, temp }) => {
  const port = await freePort();
  const file = join(temp, 'Caddyfile');
  writeFileSync(file, caddyfile(site, { address: `http://localhost:${port}`, root }));
  const args = ['run', '--config', file, '--adapter', 'caddyfile'];
  return run(program('caddy', 'caddy'), args, port, 'SIGTERM');
};

/** Starts Apache. @throws Error that says how to install it */
export const startApache: StartHost = async ({ sites: [site], root, temp }) => {
  const port = await freePort();
  const file = join(temp, 'apache.conf');
  const modules = ['mpm_event', 'authz_core', 'dir', ...APACHE_MODULES].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`,
  );
  writeFileSync(
    file,
    `ServerRoot "${temp}"
ServerName localhost
Listen ${port}
PidFile "${temp}/apache.pid"
ErrorLog "${temp}/error.log"
TypesConfig /dev/null
User www-data
Group www-data
${modules.join('')}${apacheConf(site, { virtualHost: `*:${port}`, root })}`,
  );
  const args = ['-f', file, '-D', 'FOREGROUND'];
  return run(program('apache2', 'apache2'), args, port, 'SIGWINCH');
};

/** Returns the file of a program. @throws Error that says how to install it */
export function program(name: string, debianPackage: string): string {
  const found = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    `${name} is not installed, and this test runs it for real: apt-get install ${debianPackage} (Debian, Ubuntu).`,
  );
}

async function run(
  file: string,
  args: readonly string[],
  port: number,
  end: NodeJS.Signals,
): Promise<RunningHost> {
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (hasEnded(child)) throw new Error(`${file} does not start:\n${log}`);
  }
  return {
    url,
    stop: async () => {
      if (hasEnded(child)) throw new Error(`${file} has ended by itself:\n${log}`);
      const exit = once(child, 'exit');
      child.kill(end);
      await exit;
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

const answers = (url: string) =>
  fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => new Promise<boolean>((resolve) => setTimeout(resolve, 50, false)),
  );

/** Returns a port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
