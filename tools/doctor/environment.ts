import type { Settings } from '../../hosting/check-config.ts';

/** What the doctor looks at the set-up with; each part is replaced in tests. */
export interface Environment {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The output of `npm audit --json`; rejects where the registry cannot be asked. */
  readonly audit: () => Promise<string>;
}

/** A valid configuration, and where it is looked at. */
export interface Setup {
  readonly settings: Settings;
  readonly environment: Environment;
}

const TIMEOUT_MS = 10_000;

/** Asks without following redirects, and gives up after ten seconds. */
export function ask({ environment }: Setup, url: string | URL, init: RequestInit = {}) {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return environment.fetch(url, { redirect: 'manual', signal, ...init });
}

/** Where the authority has its OpenID Connect metadata. */
export function metadataUrl(settings: Settings): string {
  const version = settings.protocol === 'oidc' ? '' : '/v2.0';
  return `${authorityOf(settings)}${version}/.well-known/openid-configuration`;
}

/** The authority as this program reaches it: the local cloud's is http. */
export function authorityOf({ authority, endSessionUrl, isLocalCloud }: Settings): string {
  return isLocalCloud ? endSessionUrl.replace('/oauth2/v2.0/logout', '') : authority;
}
