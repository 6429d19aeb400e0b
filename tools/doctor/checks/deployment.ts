import { appHeaders, bridgeHeaders } from '../../../hosting/policy.ts';
import type { Headers as Expected } from '../../../hosting/policy.ts';
import { finding, outcome } from '../finding.ts';
import type { Finding, Outcome } from '../finding.ts';
import { ask, authorityOf } from '../environment.ts';
import type { Setup } from '../environment.ts';

const HEADERS_REMEDY = 'Send what npm run headers prints for this build.';
const WHY = 'Without it, a mistake in a page is one that an attacker can use.';

/**
 * A deployed site: its headers against hosting/policy.ts, its bridge page and its config.json.
 *
 * @param root the address of the app, with a slash at its end
 */
export async function checkDeployment(setup: Setup, root: URL): Promise<Outcome> {
  if (root.protocol !== 'https:' && root.hostname !== 'localhost') {
    const remedy = 'Serve it by https, and answer http with a redirect.';
    return outcome(
      finding(
        'site-not-https',
        `${root.href} is not https.`,
        'Tokens can be read on the way.',
        remedy,
      ),
    );
  }
  const { settings } = setup;
  const page = await ask(setup, root);
  if (!page.ok) {
    const what = `${root.href} answers HTTP ${page.status}.`;
    return outcome(
      finding('site-unreachable', what, 'Nobody gets the app.', 'Serve index.html there.'),
    );
  }
  const connected = [
    authorityOf(settings),
    ...(settings.isLocalCloud ? [] : settings.knownAuthorities).map((host) => `https://${host}`),
  ];
  const origins = {
    login: connected.map((url) => new URL(url).origin),
    graph: [settings.graphBaseUrl, ...settings.apis.map(({ origin }) => origin)].filter(Boolean),
  };
  const inline = { script: [], style: [], basePath: settings.basePath };
  const expected = appHeaders(origins, inline, settings.interaction);
  return outcome(
    ...differences(page, expected, 'header'),
    ...(await bridge(setup)),
    ...(await configFile(setup, root)),
  );
}

function differences({ headers }: Response, expected: Expected, kind: string): Finding[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const sent = headers.get(name);
    if (sent !== null && plain(sent) === plain(value)) return [];
    const what =
      sent === null ? `${name} is not sent.` : `${name} is "${sent}", and should be "${value}".`;
    return [finding(`${kind}-${name.toLowerCase()}`, what, WHY, HEADERS_REMEDY)];
  });
}

/** Hashes differ from build to build, and so may the order of directives. */
function plain(header: string): string {
  const parts = header.split(';').map((part) =>
    part
      .trim()
      .split(/\s+/)
      .filter((word) => !word.startsWith("'sha256-"))
      .sort()
      .join(' '),
  );
  return parts.sort().join(';');
}

async function bridge(setup: Setup): Promise<Finding[]> {
  const { silentRedirectUri } = setup.settings;
  const response = await ask(setup, silentRedirectUri);
  const isIt = response.ok && !(await response.text()).includes('<app-root');
  return isIt
    ? differences(response, bridgeHeaders(), 'bridge-header')
    : [
        finding(
          'bridge-missing',
          `${silentRedirectUri} is not the bridge page (HTTP ${response.status}).`,
          'Renewing tokens without a question fails after an hour.',
          'Deploy redirect.html of the build, and leave it out of the fallback to index.csr.html.',
        ),
      ];
}

async function configFile(setup: Setup, root: URL): Promise<Finding[]> {
  const url = new URL('config.json', root);
  const response = await ask(setup, url);
  const text = await response.text();
  if (!response.ok || text.trimStart().startsWith('<')) {
    const what = `${url.href} is ${response.ok ? 'a page' : `HTTP ${response.status}`}, not config.json.`;
    const remedy = 'Put config.json beside index.html, and leave *.json out of the fallback.';
    return [finding('site-config-missing', what, 'The app does not start.', remedy)];
  }
  const clientId = /"clientId"\s*:\s*"([^"]+)"/.exec(text)?.[1]?.toLowerCase();
  const cached = !/no-cache|no-store/.test(response.headers.get('cache-control') ?? '');
  return [
    ...(clientId === setup.settings.clientId
      ? []
      : [
          finding(
            'site-config-other',
            `${url.href} has another clientId (${clientId ?? 'none'}) than the file checked here.`,
            'What was checked above is not what is deployed.',
            'Deploy this file, or name the deployed one: npm run doctor -- --config <file>.',
          ),
        ]),
    ...(cached
      ? [
          finding(
            'site-config-cached',
            `${url.href} is sent without Cache-Control: no-cache.`,
            'Browsers go on with an old one after a change.',
            HEADERS_REMEDY,
          ),
        ]
      : []),
  ];
}
