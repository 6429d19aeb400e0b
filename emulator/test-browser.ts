import { createHash } from 'node:crypto';
import type { LocalCloud } from './index.ts';

/** For tests: a person at a browser, as far as HTTP can tell: cookies, redirects, forms. */

export const CLIENT = '00001111-aaaa-2222-bbbb-3333cccc4444';
export const APP = 'http://localhost:3000';
export const CONTOSO = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
export const FABRIKAM = 'bbbbcccc-1111-dddd-2222-eeee3333ffff';
export const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const VERIFIER = 'v'.repeat(43);

const challenge = createHash('sha256').update(VERIFIER).digest('base64url');

export type Fields = Readonly<Record<string, string | undefined>>;

/** A page or an answer, its redirects not followed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a redirect: where to, and the parameters in its query and fragment. */
  readonly location: string;
  readonly result: URLSearchParams;
}

export class TestBrowser {
  readonly cloud: LocalCloud;
  private readonly cookies = new Map<string, string>();

  constructor(cloud: LocalCloud) {
    this.cloud = cloud;
  }

  async get(address: string): Promise<Answer> {
    return this.send(address, {});
  }

  async post(address: string, fields: Fields): Promise<Answer> {
    return this.send(address, { method: 'POST', body: encoded(fields) });
  }

  /** Submits the page's form as a press of one of its buttons would, hidden fields included. */
  async submit(page: Answer, fields: Fields): Promise<Answer> {
    const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const hidden = [...page.text.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)];
    const values = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const answer = await this.post(action, { ...values, ...fields });
    return answer.location.startsWith('/interaction/') ? this.get(answer.location) : answer;
  }

  authorize(overrides: Fields = {}, tenant = 'common'): Promise<Answer> {
    return this.get(authorizePath(overrides, tenant));
  }

  /** The whole way from the authorize request to the code, pages included. */
  async signIn(username: string, overrides: Fields = {}, tenant = 'common'): Promise<Answer> {
    let page = await this.authorize(overrides, tenant);
    if (page.text.includes('name="username"')) {
      page = await this.submit(page, { username });
    }
    return page.text.includes('Permissions requested')
      ? this.submit(page, { decision: 'accept' })
      : page;
  }

  private async send(address: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(new URL(address, this.cloud.url), {
      ...init,
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? '';
    const parameters = location.includes('#') ? location.split('#')[1] : location.split('?')[1];
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location,
      result: new URLSearchParams(parameters ?? ''),
    };
  }
}

export function authorizePath(overrides: Fields = {}, tenant = 'common'): string {
  const query = encoded({
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: `${APP}/`,
    response_mode: 'fragment',
    scope: 'User.Read openid profile offline_access',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    client_info: '1',
    ...overrides,
  });
  return `/${tenant}/oauth2/v2.0/authorize?${query.toString()}`;
}

export interface TokenBody {
  readonly [name: string]: unknown;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
  readonly error: string;
  readonly suberror: string;
  readonly error_codes?: readonly number[];
  readonly error_description: string;
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: TokenBody;
}

/** A single-page application's token request: from a browser, hence with an Origin. */
export async function redeem(
  cloud: LocalCloud,
  fields: Fields,
  { origin = APP, tenant = 'common' }: { origin?: string | null; tenant?: string } = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${cloud.url}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: encoded({ client_id: CLIENT, client_info: '1', ...fields }),
    headers: origin === null ? {} : { origin },
  });
  // The shape is what the tests are about.
  const body = (await response.json()) as TokenBody;
  return { status: response.status, headers: response.headers, body };
}

export function redeemCode(
  cloud: LocalCloud,
  code: string | null,
  overrides: Fields = {},
  options: { origin?: string | null; tenant?: string } = {},
): Promise<TokenAnswer> {
  return redeem(
    cloud,
    {
      grant_type: 'authorization_code',
      code: code ?? '',
      redirect_uri: `${APP}/`,
      code_verifier: VERIFIER,
      ...overrides,
    },
    options,
  );
}

export function redeemRefreshToken(
  cloud: LocalCloud,
  refreshToken: string,
  overrides: Fields = {},
  options: { origin?: string | null; tenant?: string } = {},
): Promise<TokenAnswer> {
  return redeem(
    cloud,
    { grant_type: 'refresh_token', refresh_token: refreshToken, ...overrides },
    options,
  );
}

/** Signs somebody in and redeems the code. */
export async function tokensFor(
  cloud: LocalCloud,
  username: string,
  overrides: Fields = {},
): Promise<TokenBody> {
  const { result } = await new TestBrowser(cloud).signIn(username, overrides);
  return (await redeemCode(cloud, result.get('code'))).body;
}

export function callGraph(
  cloud: LocalCloud,
  path: string,
  token: string | undefined,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== undefined) {
    headers.set('authorization', `Bearer ${token}`);
  }
  return fetch(`${cloud.url}/v1.0${path}`, { ...init, headers });
}

function encoded(fields: Fields): URLSearchParams {
  const given = Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given);
}
