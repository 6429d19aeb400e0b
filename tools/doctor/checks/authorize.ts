import { createHash } from 'node:crypto';
import { finding, outcome, portal } from '../finding.ts';
import type { Finding, Outcome } from '../finding.ts';
import { ask, authorityOf } from '../environment.ts';
import type { Setup } from '../environment.ts';

/**
 * Asks the authorize endpoint with `prompt=none`, as MSAL's hidden frame does: nobody is signed in here, so a
 * registration that fits answers `login_required` to the redirect URI. A wrong one answers with a page.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
export async function checkAuthorize(setup: Setup): Promise<Outcome> {
  const { redirectUri, silentRedirectUri, scopes, apis } = setup.settings;
  const main = await probe(setup, redirectUri, scopes);
  if (main) return outcome(main);
  const found = [
    await probe(setup, silentRedirectUri, scopes),
    await platformProbe(setup, redirectUri),
    await platformProbe(setup, silentRedirectUri),
  ];
  for (const api of apis) {
    found.push(await probe(setup, redirectUri, api.scopes));
  }
  const unique = new Map(found.flatMap((one) => (one ? [[one.id + one.what, one]] : [])));
  return outcome(...unique.values());
}

const CHALLENGE = createHash('sha256').update('v'.repeat(43)).digest('base64url');

async function answer(
  setup: Setup,
  redirectUri: string,
  scopes: readonly string[],
  proof: boolean,
): Promise<string> {
  const url = new URL(`${authorityOf(setup.settings)}/oauth2/v2.0/authorize`);
  url.search = new URLSearchParams({
    client_id: setup.settings.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: ['openid', ...scopes].join(' '),
    prompt: 'none',
    state: 'doctor',
    nonce: 'doctor',
    ...(proof && { code_challenge: CHALLENGE, code_challenge_method: 'S256' }),
  }).toString();
  const response = await ask(setup, url);
  const location = response.headers.get('location');
  return location === null
    ? await response.text()
    : decodeURIComponent(location.replaceAll('+', ' '));
}

/** Asks with one redirect URI, and says what is wrong with it. */
export async function probe(
  setup: Setup,
  redirectUri: string,
  scopes: readonly string[],
): Promise<Finding | undefined> {
  const text = await answer(setup, redirectUri, scopes, true);
  const number = /AADSTS(\d+)/.exec(text)?.[1] ?? '';
  const meaning = MISTAKES[number];
  if (meaning) {
    const { settings } = setup;
    const subject = { redirectUri, clientId: settings.clientId, scopes: scopes.join(' ') };
    return meaning(subject);
  }
  if (text.startsWith(redirectUri) && /error=|code=/.test(text)) return undefined;
  return finding(
    'authorize-unexpected',
    `The authorize endpoint did not come back to ${redirectUri}${number && ` (AADSTS${number})`}.`,
    'Signing in ends on a page of Entra ID.',
    `Look the number up at https://login.microsoftonline.com/error?code=${number || '<number>'}.`,
  );
}

/** Only an address of a single-page application needs a proof key (AADSTS9002325) to be asked with. */
async function platformProbe(setup: Setup, redirectUri: string): Promise<Finding | undefined> {
  const text = await answer(setup, redirectUri, [], false);
  return text.includes('AADSTS9002325') || text.includes('AADSTS50011')
    ? undefined
    : finding(
        'redirect-uri-wrong-platform',
        `${redirectUri} is registered, but not under Single-page application.`,
        'The browser may not redeem the code (AADSTS9002326): signing in fails after the password.',
        `Move it: ${portal('Authentication → delete it under Web or Mobile, add it under Single-page application')}.`,
      );
}

interface Subject {
  readonly redirectUri: string;
  readonly clientId: string;
  readonly scopes: string;
}

const FAILS = 'Signing in ends on an error page of Entra ID.';

const MISTAKES: Readonly<Record<string, (subject: Subject) => Finding>> = {
  700016: ({ clientId }) =>
    finding(
      'client-unknown',
      `The tenant knows no app ${clientId} (AADSTS700016).`,
      FAILS,
      'Compare "clientId" with Entra ID → App registrations → this app → Overview, and "tenant" with the Directory (tenant) ID beside it; or run npm run register.',
    ),
  50011: ({ redirectUri }) =>
    finding(
      redirectUri.endsWith('/redirect.html')
        ? 'bridge-not-registered'
        : 'redirect-uri-not-registered',
      `${redirectUri} is not registered (AADSTS50011); a trailing slash counts.`,
      FAILS,
      `Add it: ${portal('Authentication → Single-page application → Add URI')}.`,
    ),
  50194: ({ clientId }) =>
    finding(
      'tenant-too-wide',
      `The app ${clientId} is for one organization, but "tenant" admits others (AADSTS50194).`,
      FAILS,
      `Give the tenant’s GUID in config.json, or widen: ${portal('Authentication → Supported account types')}.`,
    ),
  9002331: () =>
    finding(
      'tenant-not-consumers',
      'The app is for personal accounts alone (AADSTS9002331).',
      FAILS,
      `Give "tenant": "consumers" in config.json, or widen: ${portal('Authentication → Supported account types')}.`,
    ),
  650053: ({ scopes }) =>
    finding(
      'scope-unknown',
      `One of these is no permission of its API: ${scopes} (AADSTS650053).`,
      FAILS,
      'Correct its spelling in config.json; for an API of yours, see Expose an API of its registration.',
    ),
  500011: ({ scopes }) =>
    finding(
      'api-unknown',
      `The tenant knows no API for ${scopes} (AADSTS500011).`,
      'The page that calls the API gets no token.',
      'Correct the part before the last slash in "apis" of config.json: it is the Application ID URI under Expose an API; or run npm run register.',
    ),
};
