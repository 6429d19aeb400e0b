import type { Headers } from '../policy.ts';
import {
  filePattern,
  hashedPattern,
  isAtRoot,
  languagePaths,
  pagePaths,
  type Site,
} from '../site.ts';

/** Where Caddy finds the build, and the address it serves. */
export interface CaddyPlace {
  /** A host name gets a certificate; `http://localhost:8080` needs none. */
  readonly address: string;
  /** The folder that is the host's root: the build lies in the folder of its path below it. */
  readonly root: string;
}

/** Returns a Caddyfile. @see https://caddyserver.com/docs/caddyfile */
export function caddyfile(
  site: Site,
  { address, root }: CaddyPlace = { address: 'app.contoso.com', root: '/srv/app' },
): string {
  const { basePath, page, hashed, bridge, error } = site;
  const bare = (isAtRoot(site) ? languagePaths(site) : pagePaths(site)).map(
    (path) => `	handle ${path.slice(0, -1)} {\n${headers(error)}\n		redir * ${path}?{query} 301\n	}\n`,
  );
  const landing = pagePaths(site).map(
    (path) => `	handle ${path} {\n${headers(page)}\n		rewrite * ${path}index.html\n${FILES}\n	}\n`,
  );
  const pages = pagePaths(site).map(
    (path) => `	handle ${path}* {\n${headers(page)}\n		rewrite * ${path}index.csr.html\n${FILES}\n	}\n`,
  );
  // What an error must not inherit from the page it stands for.
  const surplus = Object.keys(page).filter((name) => !(name in error));
  return `# Made by npm run headers -- --for caddy.
{
	admin off
	grace_period 10s
}

${address} {
	root * ${root}
	header -Server
	# As they stand, not as Caddy would sort them.
	route {
	@write not method GET HEAD
	handle @write {
		error 405
	}
${bare.join('')}${landing.join('')}	@bridge path ${basePath}redirect.html
	handle @bridge {
${headers(bridge)}
${FILES}
	}
	@hashed path_regexp "${hashedPattern(basePath)}"
	handle @hashed {
${headers(hashed)}
${FILES}
	}
	@file path_regexp "${filePattern(basePath)}"
	handle @file {
${headers(page)}
${FILES}
	}
${pages.join('')}	handle {
		error 404
	}
	}
	handle_errors {
${headers(error, surplus)}
		respond "There is nothing here."
	}
}
`;
}

/** Its own redirect of \`/index.html\` to \`/\` would be an answer without these headers. */
const FILES = `		file_server {
			precompressed br gzip
			disable_canonical_uris
		}`;

function headers(fields: Headers, removed: readonly string[] = []): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name} "${value.replaceAll('"', '\\"')}"`,
  );
  const all = [...lines, ...removed.map((name) => `-${name}`)];
  return `		header {\n${all.map((line) => `			${line}\n`).join('')}		}`;
}
