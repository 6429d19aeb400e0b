import * as v from 'valibot';

/**
 * What a test can make go wrong. One schema types the API of `startLocalCloud()` and checks what
 * arrives at the HTTP control.
 */

const entraError = v.strictObject({
  /** Authorize and token endpoint: Entra's own words for any AADSTS number. */
  kind: v.literal('entra-error'),
  code: v.number(),
  error: v.string(),
  description: v.optional(v.string()),
  suberror: v.optional(v.string()),
  claims: v.optional(v.string()),
});

const graphError = v.strictObject({
  kind: v.literal('graph-error'),
  status: v.picklist([400, 401, 403, 404, 409, 412, 429, 500, 502, 503, 504]),
  code: v.string(),
  message: v.optional(v.string()),
  /** Seconds; without it there is no Retry-After header. */
  retryAfter: v.optional(v.number()),
});

const respond = v.strictObject({
  /** Anything at all: 503 with HTML, an empty body, JSON cut in half. */
  kind: v.literal('respond'),
  status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  body: v.optional(v.string()),
  contentType: v.optional(v.string()),
  headers: v.optional(v.record(v.string(), v.string())),
});

const idToken = v.strictObject({
  /** Token endpoint: an ID token that a careful client refuses. */
  kind: v.literal('id-token'),
  wrong: v.picklist([
    ...(['nonce', 'no-nonce', 'aud', 'iss', 'tid', 'exp', 'no-iat', 'no-sub'] as const),
    ...(['signature', 'alg-none', 'kid'] as const),
  ]),
});

const reply = v.strictObject({
  /** Authorize endpoint, changes the parameters of the authorization response. */
  kind: v.literal('reply'),
  wrong: v.picklist(['state', 'unreadable-state', 'no-state', 'code', 'nothing']),
});

const faultSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('delay'), ms: v.pipe(v.number(), v.minValue(0)) }),
  /** No response until the client times out. */
  v.strictObject({ kind: v.literal('hang') }),
  /** The connection breaks. */
  v.strictObject({ kind: v.literal('abort') }),
  /** Graph: 401 with a claims challenge (continuous access evaluation). */
  v.strictObject({ kind: v.literal('claims-challenge') }),
  respond,
  entraError,
  graphError,
  idToken,
  reply,
]);

export const ruleSchema = v.strictObject({
  at: v.picklist(['authorize', 'token', 'logout', 'discovery', 'keys', 'graph']),
  fault: faultSchema,
  /** Graph only: the path begins so, `/me/photo`; `/me$` is that path alone. */
  path: v.optional(v.string()),
  method: v.optional(v.string()),
  /** Token endpoint only. */
  grant: v.optional(v.picklist(['authorization_code', 'refresh_token'])),
  /** Authorize endpoint only: hidden iframes, or pages people see. */
  silent: v.optional(v.boolean()),
  /**
   * A user name: other people's requests are left alone. Authorize endpoint: as soon as it is known who
   * asks, by hint, `sid` or session, or when they are chosen on the page.
   */
  person: v.optional(v.string()),
  /** For the next n requests; for ever when left out. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Lets the first n matching requests pass. */
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** What a request meets instead of its usual answer, or before it (`delay`). `kind` says which. */
export type Fault = v.InferOutput<typeof faultSchema>;
/** A fault, where it happens, and what it is limited to: what is left out limits nothing. */
export type FaultRule = v.InferOutput<typeof ruleSchema>;
/** A kind of endpoint, for every tenant: `graph` is `/v1.0` and userinfo. */
export type FaultPlace = FaultRule['at'];
