import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import { COMMAND_LINE, EXPENSES, REGISTERED } from './sign-in-steps.ts';
import type { Authorize, Redeem, Refresh } from './sign-in-steps.ts';

/** For property tests: what must hold for every token, kept apart from the code that issues them. */

export interface Grant {
  readonly client: string;
  readonly person: string;
  readonly redirectUri: string;
  readonly verifier: string;
  readonly scope: Authorize['scope'];
  readonly tenant: string;
  /** Milliseconds. */
  readonly issuedAt: number;
  readonly spa: boolean;
}

export interface Code extends Grant {
  readonly code: string;
  spent: boolean;
  revoked: boolean;
}

/** What a token request claims, truly or not. */
export interface Claimed {
  readonly client: string;
  readonly tenant: string;
  readonly fromBrowser: boolean;
  /** The consents it takes. */
  readonly needs: readonly string[];
}

/** What a step says of itself, and otherwise what its grant says. */
export function claimedBy(step: Redeem | Refresh, grant: Grant): Claimed {
  return {
    client: step.client ?? grant.client,
    tenant: step.tenant ?? grant.tenant,
    fromBrowser: step.fromBrowser,
    // A renewal that names no scope takes whatever there is.
    needs: step.scope?.needs ?? (step.kind === 'redeem' ? grant.scope.needs : []),
  };
}

/** Replay, age, redirect URI, proof key, Origin, revocation: refusals that leave a code worthless, as success does. */
const SPENDING = [54005, 70008, 500112, 501481, 9002327, 50173];

export function spendsCode(answer: Readonly<Record<string, unknown>>): boolean {
  return !('error_codes' in answer) || SPENDING.includes(Number(answer['error_codes']));
}

export interface RefreshToken extends Grant {
  readonly refreshToken: string;
  revoked: boolean;
}

const TENANTS: Readonly<Record<string, string>> = {
  'contoso.example': 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
  'fabrikam.example': 'bbbbcccc-1111-dddd-2222-eeee3333ffff',
  'outlook.example': '9188040d-6c67-4c5b-b112-36a304b66dad',
};
const ADMINISTRATORS = ['megan@contoso.example', 'oscar@fabrikam.example'];
const ASSIGNED_TO_EXPENSES = ['adele@contoso.example', 'megan@contoso.example'];
const APIS: Readonly<Record<string, string>> = {
  '00000003-0000-0000-c000-000000000000': 'https://graph.microsoft.com/',
  '11112222-bbbb-3333-cccc-4444dddd5555': 'api://orders.contoso.example/',
};
const OPENID = ['openid', 'profile', 'email'];
const ONLY_ADMINISTRATORS_GRANT = 'https://graph.microsoft.com/Directory.Read.All';

function tenantOf(person: string): string {
  return TENANTS[person.split('@')[1] ?? ''] ?? '';
}

export function isAdministrator(person: string): boolean {
  return ADMINISTRATORS.includes(person);
}

/** May this person get tokens of this app at this tenant's address? */
export function mayGetTokens(person: string, client: string, tenantSegment: string): boolean {
  const isConsumer = person.endsWith('@outlook.example');
  const home = tenantOf(person);
  if (client === COMMAND_LINE && isConsumer) {
    return false;
  }
  if (client === EXPENSES && !ASSIGNED_TO_EXPENSES.includes(person)) {
    return false;
  }
  switch (tenantSegment) {
    case 'common':
      return client !== EXPENSES;
    case 'organizations':
      return client !== EXPENSES && !isConsumer;
    case 'consumers':
      return isConsumer;
    default:
      return tenantSegment === home || TENANTS[tenantSegment] === home;
  }
}

/** What was agreed to on the consent page, by whom and for which app. */
export class Agreements {
  private readonly agreed = new Map<string, Set<string>>();

  agree({ client, scope, forAll }: Authorize, who: string): void {
    const holder = forAll && isAdministrator(who) ? tenantOf(who) : who;
    const key = `${client} ${holder}`;
    this.agreed.set(key, new Set([...(this.agreed.get(key) ?? []), ...scope.needs]));
  }

  /** A person's own; those given for a whole tenant stay. */
  withdraw(person: string | undefined): void {
    for (const key of this.agreed.keys()) {
      if (person === undefined || key.endsWith(` ${person}`)) {
        this.agreed.delete(key);
      }
    }
  }

  /** Is there anything at all that this app may do for this person? */
  hold(client: string, person: string): boolean {
    return [person, tenantOf(person)].some((holder) => this.agreed.has(`${client} ${holder}`));
  }

  covers(client: string, person: string, permission: string): boolean {
    return [person, tenantOf(person)].some((holder) =>
      this.agreed.get(`${client} ${holder}`)?.has(permission),
    );
  }
}

/** Tokens are for the grant's app, person and tenant, and say no more than was agreed to. */
export function checkTokens(
  { access_token: accessToken, id_token: idToken }: Readonly<Record<string, string>>,
  claimed: Claimed,
  { client, person, spa }: Grant,
  agreements: Agreements,
): void {
  assert.equal(claimed.client, client, 'tokens for another client');
  assert.equal(claimed.fromBrowser, spa, 'tokens for a caller of another kind');
  assert.ok(mayGetTokens(person, client, claimed.tenant), `tokens at ${claimed.tenant}`);
  const claims = decodeJwt<Record<string, string>>(accessToken ?? '');
  assert.equal(claims['appid'] ?? claims['azp'], client, 'a token for another client');
  assert.equal(claims['tid'], tenantOf(person), 'a token for another tenant');
  assert.equal(claims['upn'] ?? claims['preferred_username'], person, 'a token for another person');
  const api = APIS[String(claims.aud)];
  assert.ok(api !== undefined, 'a token for an unknown API');
  const names = (claims['scp'] ?? '').split(' ').filter((name) => name !== '');
  const said = names.map((name) => (OPENID.includes(name) ? name : `${api}${name}`));
  assert.ok(agreements.hold(client, person), 'tokens without any consent');
  for (const permission of [...said, ...claimed.needs]) {
    assert.ok(agreements.covers(client, person, permission), `${permission} without consent`);
  }
  if (idToken !== undefined) {
    const { aud, tid } = decodeJwt<{ tid: string }>(idToken);
    assert.deepEqual([aud, tid], [client, tenantOf(person)], 'an ID token for others');
  }
}

/** Back to the app means: to an address this app registered, whatever was asked for. */
export function checkRegistered(location: string, asked: string, apps: readonly string[]): URL {
  const back = new URL(location);
  const isRegistered = apps.some((client) => REGISTERED[client]?.includes(asked));
  assert.ok(isRegistered, `redirected to ${asked}`);
  const { origin, pathname } = new URL(asked);
  assert.equal(back.origin + back.pathname, origin + pathname);
  return back;
}

export function needsAdministrator({ needs }: Authorize['scope']): boolean {
  return needs.some((permission) => permission === ONLY_ADMINISTRATORS_GRANT);
}
