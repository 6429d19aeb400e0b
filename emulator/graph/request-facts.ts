import { decodeJwt } from 'jose';
import type { Cloud } from '../cloud.ts';
import { requestFacts } from '../control/request-facts.ts';
import type { RequestFacts } from '../faults/fault-rules.ts';
import type { HttpContext } from '../http/context.ts';

export function graphRequestFacts(cloud: Cloud, c: HttpContext): RequestFacts {
  return requestFacts(cloud, c, 'graph', () => ownerOfAccessToken(c.req.header('authorization')));
}

/** Read without judging it: `authenticate` does that. */
function ownerOfAccessToken(authorization: string | undefined): string | undefined {
  try {
    const { oid } = decodeJwt<{ oid?: unknown }>(authorization?.split(' ')[1] ?? '');
    return typeof oid === 'string' ? oid : undefined;
  } catch {
    return undefined;
  }
}
