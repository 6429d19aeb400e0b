import { appHeaders, bridgeHeaders, cacheControl, type InlineHashes } from '../hosting/policy.ts';
import type { Headers, Origins } from '../hosting/policy.ts';
import { clouds } from '../src/app/settings/clouds.ts';

/** What of config.json the headers go by; the app checks the whole file. */
interface Config {
  readonly cloud?: keyof typeof clouds;
  readonly localCloud?: string;
  readonly authority?: string;
  readonly knownAuthorities?: readonly string[];
  readonly graphBaseUrl?: string;
  readonly apis?: readonly { readonly origin: string }[];
  readonly interaction?: 'redirect' | 'popup';
}

/**
 * What a host has to send with a build, as text to copy into its configuration.
 *
 * @param configText the text of the config.json that goes out with the build
 * @param hashes what the build wrote to `dist/app/inline-hashes.json`
 * @throws Error that says what is wrong with config.json
 */
export function hostHeaders(configText: string, hashes: InlineHashes): string {
  const config = parse(configText);
  const app = appHeaders(originsOf(config), hashes, config.interaction);
  return [
    section('Every answer but /redirect.html', app),
    section('/redirect.html', bridgeHeaders()),
    section('Files with a hash in their name', cache('/main-6PA2CVVA.js')),
    section('Every other file and page, but /redirect.html', cache('/config.json')),
  ].join('\n');
}

function parse(text: string): Config {
  try {
    return Object(JSON.parse(text)) as Config;
  } catch (cause) {
    throw new Error(`config.json is not JSON: ${(cause as Error).message}`, { cause });
  }
}

function originsOf({ knownAuthorities = [], apis = [], ...config }: Config): Origins {
  const { login, graph } = config.authority
    ? { login: config.authority, graph: config.graphBaseUrl }
    : presetOf(config);
  if (!login || !graph || !URL.canParse(login) || !URL.canParse(graph)) {
    throw new Error(
      'config.json does not say where people sign in and where Graph is: see docs/configuration.md.',
    );
  }
  // What the authority says of itself may name addresses on any of its hosts.
  const hosts = knownAuthorities.map((host) => `https://${host}`);
  return {
    login: [new URL(login).origin, ...hosts],
    graph: [new URL(graph).origin],
    apis: apis.map(({ origin }) => origin),
  };
}

function presetOf({ cloud, localCloud, graphBaseUrl }: Config): Partial<Record<string, string>> {
  const preset = cloud && clouds[cloud];
  return {
    login: localCloud ?? preset?.login,
    graph: localCloud ?? graphBaseUrl ?? preset?.graph,
  };
}

const cache = (path: string): Headers => ({ 'Cache-Control': cacheControl(path) });

function section(title: string, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return `# ${title}\n${lines.join('')}`;
}
