import { decodeJwt } from 'jose';
import type { Cloud } from '../cloud.ts';
import { query } from '../http.ts';
import type { HttpContext } from '../http.ts';
import { currentSession } from '../entra/session-cookie.ts';
import { personIdFromHint } from '../tokens/claims.ts';
import type { FaultPlace } from './fault.ts';
import type { RequestFacts } from './fault-rules.ts';

export type OtherPlace = Exclude<FaultPlace, 'authorize'>;

/** Authorize requests have facts of their own (`entra/authorize-faults.ts`). */
export function requestFacts(cloud: Cloud, c: HttpContext, at: OtherPlace): RequestFacts {
  return {
    at,
    method: c.req.method,
    path: c.req.path.replace(/^\/v1\.0/, ''),
    grant: c.var.form.get('grant_type') ?? undefined,
    silent: false,
    moment: 'arrival',
    person: async () => {
      const id = await personId(cloud, c, at);
      return cloud.directory.person(id ?? '')?.userPrincipalName;
    },
  };
}

/** Whose request it is, read without judging it: that is the endpoint's business. */
async function personId(cloud: Cloud, c: HttpContext, at: OtherPlace): Promise<string | undefined> {
  switch (at) {
    case 'graph':
      return ownerOfAccessToken(c.req.header('authorization'));
    case 'token':
      return (
        cloud.codes.owner(c.var.form.get('code') ?? '') ??
        (await cloud.refreshTokens.open(c.var.form.get('refresh_token') ?? ''))?.personId
      );
    default:
      return hinted(cloud, c) ?? onlyAccount(cloud, c);
  }
}

function ownerOfAccessToken(authorization: string | undefined): string | undefined {
  try {
    const { oid } = decodeJwt<{ oid?: unknown }>(authorization?.split(' ')[1] ?? '');
    return typeof oid === 'string' ? oid : undefined;
  } catch {
    return undefined;
  }
}

function hinted(cloud: Cloud, c: HttpContext): string | undefined {
  const hint = query(c).get('logout_hint');
  return hint === null
    ? undefined
    : (personIdFromHint(hint) ?? cloud.directory.personByUsername(hint)?.id);
}

function onlyAccount(cloud: Cloud, c: HttpContext): string | undefined {
  const accounts = [...(currentSession(cloud, c)?.accounts.keys() ?? [])];
  return accounts.length === 1 ? accounts[0] : undefined;
}
