import { clouds, isB2cPolicy } from '../src/app/settings/clouds.ts';
import {
  appHeaders,
  bridgeHeaders,
  cacheControl,
  errorHeaders,
  type Headers,
  type InlineHashes,
  type Origins,
} from './policy.ts';

/** One deployment of a build, as its host has to serve it: every recipe is made from this. */
export interface Site {
  /** Path of the app, with a slash at its end. */
  readonly basePath: string;
  /** Codes of the languages beside English, each a folder of the build with pages of its own. */
  readonly languages: readonly string[];
  /** Headers of a page, and of a file without a hash in its name. */
  readonly page: Headers;
  /** Headers of a file with a hash in its name. */
  readonly hashed: Headers;
  /** Headers of `redirect.html`. */
  readonly bridge: Headers;
  /** Headers of an answer that is neither: 404 and other errors, redirects. */
  readonly error: Headers;
}

/** Scripts and styles whose names have no hash, for hosts that tell files apart by their extension alone. */
export const UNHASHED = ['msal-redirect-bridge.min.js', 'redirect.css', 'redirect.js'] as const;

/** What of config.json the headers go by; the app checks the whole file. */
interface Config {
  readonly cloud?: keyof typeof clouds;
  readonly localCloud?: string;
  readonly protocol?: 'entra' | 'oidc';
  readonly authority?: string;
  readonly knownAuthorities?: readonly string[];
  readonly graphBaseUrl?: string;
  readonly interaction?: 'redirect' | 'popup';
  readonly apis?: readonly { readonly origin: string }[];
  readonly reportUrl?: string;
  readonly remoteImages?: boolean;
}

/**
 * Returns what a host has to send for a build and its settings.
 *
 * @param configText the text of the config.json that goes out with the build
 * @param hashes what the build wrote to `inline-hashes.json`
 * @throws Error that says what is wrong with config.json
 */
export function siteFor(configText: string, hashes: InlineHashes): Site {
  const config = parse(configText);
  const app = appHeaders(originsOf(config), hashes, config.interaction);
  return {
    basePath: hashes.basePath ?? '/',
    languages: hashes.languages ?? [],
    page: { ...app, 'Cache-Control': cacheControl('/index.html') },
    hashed: { ...app, 'Cache-Control': cacheControl('/main-6PA2CVVA.js') },
    bridge: bridgeHeaders(),
    error: errorHeaders(),
  };
}

/**
 * The regular expression of paths that name a file, or something hidden: any other is a page of the app. PCRE, RE2 and
 * JavaScript take it.
 */
export function filePattern(basePath: string): string {
  return `^${escaped(basePath)}(?:.*/)?(?:[\\w.~-]+\\.\\w+|\\..*)$`;
}

/** The regular expression of paths of files with a hash in their name: see `cacheControl()`. */
export function hashedPattern(basePath: string): string {
  return `^${escaped(basePath)}(?:.*/)?[\\w.~-]*-[\\w-]{8}\\.(?:js|css)$`;
}

/** Returns the paths of the folders that have a landing page and a page of every route: `['/de/', '/']`, the root last. */
export const pagePaths = ({ basePath, languages }: Site): string[] => [
  ...languagePaths({ basePath, languages }),
  basePath,
];

/** Returns the paths of the languages: `['/ar/', '/de/', '/ja/']`. */
export const languagePaths = ({
  basePath,
  languages,
}: Pick<Site, 'basePath' | 'languages'>): string[] =>
  languages.map((language) => `${basePath}${language}/`);

/** Whether the site is at the root of its host. */
export const isAtRoot = ({ basePath }: Site): boolean => basePath === '/';

const escaped = (path: string): string => path.replaceAll('.', '\\.');

function parse(text: string): Config {
  try {
    return Object(JSON.parse(text)) as Config;
  } catch (cause) {
    throw new Error(`config.json is not JSON: ${(cause as Error).message}`, { cause });
  }
}

function originsOf({
  knownAuthorities = [],
  apis = [],
  reportUrl,
  remoteImages = false,
  ...config
}: Config): Origins {
  const { login, graph } = config.authority
    ? { login: config.authority, graph: config.graphBaseUrl }
    : presetOf(config);
  const needsGraph = !mayLackGraph(config) || graph !== undefined;
  if (!isAddress(login) || (needsGraph && !isAddress(graph))) {
    throw new Error(
      'config.json does not say where people sign in and where Graph is: see docs/configuration.md.',
    );
  }
  // What the authority says of itself may name addresses on any of its hosts.
  const hosts = knownAuthorities.map((host) => `https://${host}`);
  return {
    login: [login, ...hosts].map(originOf),
    graph: [graph].filter(isAddress).map(originOf),
    apis: apis.map(({ origin }) => originOf(origin)),
    remoteImages,
    ...(reportUrl !== undefined && { report: reportAddress(reportUrl) }),
  };
}

/** Another provider may have no Graph; Azure AD B2C has none. */
const mayLackGraph = ({ protocol, authority }: Config): boolean =>
  protocol === 'oidc' || isB2cPolicy(authority);

const isAddress = (text: string | undefined): text is string =>
  text !== undefined && URL.canParse(text);

/** An origin alone, of plain characters: `https://a;sandbox` is an address as well, and would add to the policy. */
function originOf(address: string): string {
  const { origin } = new URL(address);
  if (/^https?:\/\/[\w.-]+(:\d+)?$/.test(origin)) return origin;
  throw new Error(
    `config.json has an address whose host is no plain name: ${address}. Give one of letters, digits, dots and hyphens.`,
  );
}

/** In a header, other characters could end the value they stand in. */
function reportAddress(reportUrl: string): string {
  if (!URL.canParse(reportUrl) || !/^https?:\/\/[\w.-]+(:\d+)?\/[\w./~-]*$/.test(reportUrl))
    throw new Error(
      `config.json has a reportUrl that is no plain address: ${reportUrl}. Give one without query, such as https://otel.example.com/v1/logs.`,
    );
  return reportUrl;
}

function presetOf({ cloud, localCloud, graphBaseUrl }: Config): Partial<Record<string, string>> {
  const preset = cloud && clouds[cloud];
  return {
    login: localCloud ?? preset?.login,
    graph: localCloud ?? graphBaseUrl ?? preset?.graph,
  };
}
