import { finding, outcome } from '../finding.ts';
import type { Finding, Outcome } from '../finding.ts';
import { ask, authorityOf, metadataUrl } from '../environment.ts';
import type { Setup } from '../environment.ts';

const WHY = 'MSAL takes the addresses it signs in with from there.';

interface Metadata {
  readonly issuer?: string;
  readonly authorization_endpoint?: string;
  readonly token_endpoint?: string;
}

/** The authority's OpenID Connect metadata: there, of this authority, and of the right tenant. */
export async function checkDiscovery(setup: Setup): Promise<Outcome> {
  const { settings } = setup;
  const authority = authorityOf(settings);
  const response = await ask(setup, metadataUrl(settings));
  const text = await response.text();
  if (/AADSTS90002|AADSTS900023|invalid_tenant/.test(text)) {
    const remedy =
      'Copy Entra ID → Overview → Tenant ID to "tenant" in config.json; see that "cloud" is the one it lives in.';
    return outcome(finding('tenant-unknown', `There is no tenant at ${authority}.`, WHY, remedy));
  }
  const metadata = parse(text);
  if (!response.ok || !metadata?.authorization_endpoint || !metadata.token_endpoint) {
    return outcome(
      finding(
        'discovery-broken',
        `${authority} has no OpenID Connect metadata (HTTP ${response.status}).`,
        WHY,
        'Correct "authority", or "cloud" and "tenant", in config.json; a proxy may answer in its place.',
      ),
    );
  }
  return outcome(...foreignParts(setup, metadata));
}

function foreignParts({ settings }: Setup, metadata: Metadata): Finding[] {
  const { origin, host } = new URL(authorityOf(settings));
  const trusted = [origin, ...settings.knownAuthorities.map((known) => `https://${known}`)];
  const { issuer = '', authorization_endpoint = '', token_endpoint = '' } = metadata;
  const strays = [authorization_endpoint, token_endpoint].filter(
    (url) => !URL.canParse(url) || !trusted.includes(new URL(url).origin),
  );
  const issuerOrigin = URL.canParse(issuer) ? new URL(issuer).origin : undefined;
  const isForeign = issuerOrigin !== (settings.issuerOrigin ?? issuerOrigin);
  return [
    ...(isForeign || issuerOrigin === undefined
      ? [
          finding(
            'issuer-foreign',
            `The issuer is ${issuer || 'missing'}, not one of ${host}.`,
            'Tokens of another issuer are refused by every API that checks them.',
            'Point "cloud", "tenant" or "authority" in config.json at the issuer your tenant has.',
          ),
        ]
      : []),
    ...(strays.length > 0
      ? [
          finding(
            'endpoints-foreign',
            `The metadata leads elsewhere: ${strays.join(', ')}.`,
            'Codes and tokens would go to a host that config.json does not name.',
            'If the host is yours, add it to "knownAuthorities" in config.json; else do not sign in there.',
          ),
        ]
      : []),
  ];
}

function parse(text: string): Metadata | undefined {
  try {
    return Object(JSON.parse(text)) as Metadata;
  } catch {
    return undefined;
  }
}
