import { clouds } from '../src/app/settings/clouds.ts';

/**
 * What a host must send with the app, from one source: the content security policy and the other
 * security headers. `angular.json` holds the development variant; policy.test.ts keeps the two equal.
 * @see https://angular.dev/best-practices/security#content-security-policy
 */

/** The origins the app talks to: where people sign in, Microsoft Graph, and APIs of one's own. */
export interface Origins {
  readonly login: readonly string[];
  readonly graph: readonly string[];
  /** APIs of one's own: the origins in `apis` of config.json. */
  readonly apis?: readonly string[];
  /** Whether pictures may come from any host: `remoteImages` of config.json. */
  readonly remoteImages?: boolean;
  /** `reportUrl` of config.json: gets the browser's reports of violations as well. */
  readonly report?: string;
}

/** What the landing page has in it, as hashes: the build writes them to `dist/app/inline-hashes.json`. */
export interface InlineHashes {
  /** `'sha256-…'`, quotes included. */
  readonly script: readonly string[];
  readonly style: readonly string[];
  /** Path that the build is for, with a slash at its end; the root when left out. It then has `<base>`. */
  readonly basePath?: string;
  /** Languages beside English, each in the folder of its name; their pages have `<base>`. */
  readonly languages?: readonly string[];
}

const NOTHING_INLINE: InlineHashes = { script: [], style: [] };

/** HTTP header fields by name. */
export type Headers = Record<string, string>;

type Directives = Record<string, readonly string[]>;

/**
 * The production headers of every page of the app.
 *
 * @param interaction as in config.json: with `popup` the app stays connected to the windows it opens,
 *   and so sees when one is closed
 */
export function appHeaders(
  origins: Origins,
  inline = NOTHING_INLINE,
  interaction: 'redirect' | 'popup' = 'redirect',
): Headers {
  return {
    'Content-Security-Policy': policy({
      ...appDirectives(origins, inline),
      // Browsers without the Reporting API take the first.
      ...(origins.report && { 'report-uri': [origins.report], 'report-to': ['csp'] }),
    }),
    ...(origins.report && { 'Reporting-Endpoints': `csp="${origins.report}"` }),
    ...COMMON,
    ...HTTPS_ONLY,
    'Cross-Origin-Opener-Policy':
      interaction === 'popup' ? 'same-origin-allow-popups' : 'same-origin',
  };
}

/**
 * How long a browser may keep a file without asking. What has a hash in its name never changes; what
 * has none may be another at the next deployment.
 *
 * @param pathname `/main-6PA2CVVA.js`
 */
export function cacheControl(pathname: string): string {
  return /-[\w-]{8}\.(js|css)$/.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/**
 * The headers of `/redirect.html`, the page MSAL's hidden iframe comes back to: framed by the app
 * itself, and without Cross-Origin-Opener-Policy, which would cut it off from a popup's opener.
 */
export function bridgeHeaders(): Headers {
  return {
    'Content-Security-Policy': policy({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'self'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ["'none'"],
    }),
    ...COMMON,
    ...HTTPS_ONLY,
    'Cache-Control': 'no-store',
  };
}

/**
 * The headers of an answer that is no page of the app: an error page, a redirect. They allow nothing, so that such a
 * page is no way into the origin.
 */
export function errorHeaders(): Headers {
  return {
    'Content-Security-Policy': policy({
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ["'none'"],
    }),
    ...COMMON,
    ...HTTPS_ONLY,
    'Cache-Control': 'no-cache',
  };
}

/**
 * The headers `ng serve` sends. It has one set for every address, so the bridge page is framable
 * through `frame-ancestors 'self'`; and it puts styles into `<style>` elements while they are edited.
 * Every cloud is allowed, and the local one on any port, so that pointing `config.json` at another of
 * them needs no change here; an authority of one's own does. Both values of `interaction` and `remoteImages` work.
 */
export function developmentHeaders(basePath = '/'): Headers {
  const anyPort = 'http://localhost:*';
  const presets = [
    { login: anyPort, graph: anyPort },
    clouds.global,
    clouds['us-government'],
    clouds.china,
  ];
  const directives = appDirectives(
    {
      login: presets.map(({ login }) => login),
      graph: presets.map(({ graph }) => graph),
      remoteImages: true,
    },
    { ...NOTHING_INLINE, basePath },
  );
  return {
    'Content-Security-Policy': policy({
      ...directives,
      'style-src': ["'self'", "'unsafe-inline'"],
      'frame-ancestors': ["'self'"],
    }),
    ...COMMON,
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  };
}

const HTTPS_ONLY: Headers = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

const COMMON: Headers = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function appDirectives(
  { login, graph, apis = [], remoteImages = false, report }: Origins,
  inline = NOTHING_INLINE,
): Directives {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inline.script],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", ...inline.style],
    'img-src': ["'self'", 'blob:', ...(remoteImages ? ['https:'] : [])],
    'font-src': ["'self'"],
    'connect-src': unique(
      "'self'",
      ...login,
      ...graph,
      ...apis,
      ...(report ? [new URL(report).origin] : []),
    ),
    'frame-src': unique("'self'", ...login),
    'form-action': ["'none'"],
    'base-uri': [hasBase(inline) ? "'self'" : "'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['angular'],
  };
}

/** Whether any page has `<base href>`: for a sub-path, or for a language in a folder. */
const hasBase = ({ basePath = '/', languages = [] }: InlineHashes): boolean =>
  basePath !== '/' || languages.length > 0;

const unique = (...sources: string[]): string[] => [...new Set(sources)];

const policy = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
