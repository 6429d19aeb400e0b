import { finding, outcome } from '../finding.ts';
import type { Finding, Outcome } from '../finding.ts';
import { ask, authorityOf } from '../environment.ts';
import type { Setup } from '../environment.ts';

/** Whether the token endpoint and Graph answer as themselves, and let the app's pages read it. */
export async function checkApis(setup: Setup): Promise<Outcome> {
  return outcome(...(await tokenEndpoint(setup)), ...(await graph(setup)));
}

async function tokenEndpoint(setup: Setup): Promise<Finding[]> {
  const { settings } = setup;
  const { origin } = new URL(settings.redirectUri);
  const url = `${authorityOf(settings)}/oauth2/v2.0/token`;
  const response = await ask(setup, url, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({
      client_id: settings.clientId,
      grant_type: 'authorization_code',
      code: 'doctor',
      redirect_uri: settings.redirectUri,
      code_verifier: 'v'.repeat(43),
    }),
  });
  // A code that nobody issued has to be refused, in OAuth's words (RFC 6749 section 5.2).
  if (!/"error"\s*:/.test(await response.text())) {
    const remedy =
      'Find out what answers in its place: a proxy, or a wrong "authority" in config.json.';
    const what = `${url} answers HTTP ${response.status}, and not as a token endpoint.`;
    return [finding('token-endpoint-wrong', what, 'No code is redeemed.', remedy)];
  }
  return allows(response, origin)
    ? []
    : [
        finding(
          'token-endpoint-cors',
          `${url} does not let pages of ${origin} read its answers.`,
          'The browser hides the tokens from the app: MSAL reports a network error.',
          'Register the redirect URI under Single-page application; a proxy may drop Access-Control-Allow-Origin.',
        ),
      ];
}

async function graph(setup: Setup): Promise<Finding[]> {
  const { graphBaseUrl, redirectUri } = setup.settings;
  const { origin } = new URL(redirectUri);
  const url = `${graphBaseUrl}/v1.0/me`;
  const response = await ask(setup, url);
  if (response.status !== 401 || !response.headers.has('www-authenticate')) {
    const what = `${url} without a token answers HTTP ${response.status}, not Graph’s 401.`;
    const remedy =
      'Correct "graphBaseUrl" or "cloud" in config.json; a proxy may answer in its place.';
    return [finding('graph-wrong', what, 'Tokens would be sent to what is not Graph.', remedy)];
  }
  const preflight = await ask(setup, url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  return preflight.ok && allows(preflight, origin)
    ? []
    : [
        finding(
          'graph-cors',
          `${graphBaseUrl} refuses calls of pages of ${origin} (preflight HTTP ${preflight.status}).`,
          'The browser blocks every call of the app to Graph.',
          'Let OPTIONS requests and Access-Control-* headers pass the proxy before Graph.',
        ),
      ];
}

const allows = ({ headers }: Response, origin: string): boolean =>
  ['*', origin].includes(headers.get('access-control-allow-origin') ?? '');
