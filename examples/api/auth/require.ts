import type { MiddlewareHandler } from 'hono';
import type { ApiSettings } from '../settings.ts';
import { verifyAccessToken } from './access-token.ts';
import type { Caller } from './access-token.ts';
import {
  insufficientScope,
  invalidToken,
  missingRole,
  missingToken,
  revokedSession,
} from './challenge.ts';
import type { RevokedSessions } from './revoked-sessions.ts';
import type { FindKey } from './signing-keys.ts';

/** What a handler finds in its context once a token was checked. */
export interface Authenticated {
  Variables: { caller: Caller };
}

/** What a check of tokens goes by. */
export interface TokenCheck {
  readonly settings: ApiSettings;
  readonly findKey: FindKey;
  readonly revoked: RevokedSessions;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Lets a request with a valid access token of a session that still holds go on; 401 for any other. */
export function requireToken(check: TokenCheck): MiddlewareHandler<Authenticated> {
  return async (context, next) => {
    const header = context.req.header('Authorization');
    if (header === undefined) throw missingToken();
    // RFC 6750 section 2.1; the scheme is written in any case (RFC 9110 section 11.1).
    const [, token] = /^bearer ([\w.~+/-]+=*)$/i.exec(header) ?? [];
    if (token === undefined) throw invalidToken('The Authorization header holds no bearer token.');
    const { settings, findKey, clock } = check;
    const caller = await verifyAccessToken(token, settings, findKey, new Date(clock()));
    const notBefore = check.revoked.notBefore(caller.id);
    if (caller.issuedAt < notBefore) {
      throw caller.handlesClaimsChallenges
        ? revokedSession(notBefore)
        : invalidToken('The session was revoked after this token was issued.');
    }
    context.set('caller', caller);
    await next();
  };
}

/** Lets a caller with one of these delegated permissions (`scp`) go on; 403 for any other. */
export function requireScope(...scopes: readonly string[]): MiddlewareHandler<Authenticated> {
  return async (context, next) => {
    const { caller } = context.var;
    if (!scopes.some((scope) => caller.scopes.includes(scope))) throw insufficientScope(scopes);
    await next();
  };
}

/** Lets a caller with this app role of the API (`roles`) go on; 403 for any other. */
export function requireRole(role: string): MiddlewareHandler<Authenticated> {
  return async (context, next) => {
    if (!context.var.caller.roles.includes(role)) throw missingRole(role);
    await next();
  };
}
