import type { Cloud } from '../../cloud.ts';
import { requestFacts } from '../../control/request-facts.ts';
import type { OtherPlace } from '../../control/request-facts.ts';
import type { RequestFacts } from '../../faults/fault-rules.ts';
import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';
import { personIdFromHint } from '../../tokens/claims.ts';
import { currentSession } from './session-cookie.ts';

/** Where fault rules meet Entra outside its authorize endpoint. */
export type EntraPlace = Exclude<OtherPlace, 'graph'>;

export function entraRequestFacts(cloud: Cloud, c: HttpContext, at: EntraPlace): RequestFacts {
  return requestFacts(cloud, c, at, () =>
    at === 'token' ? ownerOfGrant(cloud, c.var.form) : (hinted(cloud, c) ?? onlyAccount(cloud, c)),
  );
}

/** Read without judging it: that is the endpoint's business. */
async function ownerOfGrant(cloud: Cloud, form: URLSearchParams): Promise<string | undefined> {
  return (
    cloud.codes.owner(form.get('code') ?? '') ??
    (await cloud.refreshTokens.open(form.get('refresh_token') ?? ''))?.personId
  );
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
