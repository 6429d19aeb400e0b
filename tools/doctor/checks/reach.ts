import { finding, outcome } from '../finding.ts';
import type { Finding, Outcome } from '../finding.ts';
import { ask, metadataUrl } from '../environment.ts';
import type { Setup } from '../environment.ts';

const MAX_SKEW_MS = 300_000;

/** Name, connection, certificate and clock: of where people sign in, and of Graph. */
export async function checkReach(setup: Setup): Promise<Outcome> {
  const { settings, environment } = setup;
  const places = [
    ['sign-in', metadataUrl(settings)],
    ['Graph', settings.graphBaseUrl && `${settings.graphBaseUrl}/v1.0/`],
  ].filter(([, url]) => url !== '') as [string, string][];
  const found: Finding[] = [];
  for (const [name, url] of places) {
    try {
      const { headers } = await ask(setup, url);
      found.push(...clockFinding(headers.get('date'), environment.now()));
    } catch (error) {
      found.push(networkFinding(name, new URL(url), error));
    }
  }
  return outcome(...new Map(found.map((one) => [one.id, one])).values());
}

function clockFinding(date: string | null, now: number): Finding[] {
  const skew = date === null ? 0 : now - Date.parse(date);
  return Math.abs(skew) <= MAX_SKEW_MS
    ? []
    : [
        finding(
          'clock-wrong',
          `This machine’s clock is ${Math.round(Math.abs(skew) / 60_000)} minutes ${skew > 0 ? 'ahead' : 'behind'}.`,
          'Tokens are taken for expired, or for not valid yet.',
          'Let the clock be set from the network: timedatectl set-ntp true, or w32tm /resync.',
        ),
      ];
}

/** @param error what fetch rejects with; Node keeps the reason in its cause */
export function networkFinding(name: string, { host, origin }: URL, error: unknown): Finding {
  const cause = (error as { cause?: { code?: string } }).cause;
  const code = cause?.code ?? (error as Error).name;
  const slug = name.toLowerCase();
  const why = name === 'sign-in' ? 'Nobody can sign in.' : `The app gets nothing from ${name}.`;
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) {
    const remedy = `Correct the host in config.json, or the name server: nslookup ${host}.`;
    return finding(`${slug}-dns`, `The name ${host} is not known here (${code}).`, why, remedy);
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|SSL/.test(code)) {
    const remedy =
      'Where a proxy reads the traffic, give its certificate: NODE_EXTRA_CA_CERTS=proxy.pem npm run doctor.';
    return finding(
      `${slug}-tls`,
      `The certificate of ${host} is not trusted (${code}).`,
      why,
      remedy,
    );
  }
  const remedy = host.includes('localhost')
    ? 'Start the local cloud: npm start, or npm run emulator.'
    : `Let ${origin} through the firewall, or set HTTPS_PROXY.`;
  return finding(`${slug}-unreachable`, `${origin} does not answer (${code}).`, why, remedy);
}
