import * as fc from 'fast-check';
import type { Fault, FaultRule } from '../../emulator/index.ts';

/** Faults of the local cloud: every place and every kind. */

const aborting = fc.constant<Fault>({ kind: 'abort' });
const hanging = fc.constant<Fault>({ kind: 'hang' });
const responding = fc.record({
  kind: fc.constant('respond' as const),
  status: fc.constantFrom(200, 204, 302, 400, 404, 429, 500, 503),
  body: fc.constantFrom('', '<h1>Sorry</h1>', '{"access_token":', '{}', '[]', 'null'),
  contentType: fc.constantFrom('text/html', 'application/json'),
});
const delaying = fc.record({
  kind: fc.constant('delay' as const),
  ms: fc.constantFrom(50, 300, 900),
});
const anywhere = [aborting, hanging, responding, delaying] as const;

const ENTRA_ERRORS = [
  [50076, 'interaction_required'],
  [50058, 'login_required'],
  [65001, 'consent_required'],
  [65004, 'access_denied'],
  [70008, 'invalid_grant'],
  [700084, 'invalid_grant'],
  [50173, 'invalid_grant'],
  [9002326, 'invalid_request'],
  [90033, 'temporarily_unavailable'],
  [53003, 'access_denied'],
] as const;
const entraError = fc
  .constantFrom(...ENTRA_ERRORS)
  .map(([code, error]): Fault => ({ kind: 'entra-error', code, error }));
const WRONG_TOKENS = [
  ...(['nonce', 'no-nonce', 'aud', 'iss', 'tid', 'exp', 'no-iat', 'no-sub'] as const),
  ...(['signature', 'alg-none', 'kid'] as const),
] as const;
const wrongToken = fc
  .constantFrom(...WRONG_TOKENS)
  .map((wrong): Fault => ({ kind: 'id-token', wrong }));
const wrongResponse = fc
  .constantFrom('state', 'unreadable-state', 'no-state', 'code', 'nothing')
  .map((wrong): Fault => ({ kind: 'reply', wrong }));
const graphError = fc.record({
  kind: fc.constant('graph-error' as const),
  // Those that the app reacts to come up more often.
  status: fc.constantFrom(401, 401, 401, 429, 429, 503, 400, 403, 404, 409, 412, 500, 502, 504),
  code: fc.constant('SomeError'),
  retryAfter: fc.constantFrom(1, 30),
});
const challenge = fc.constant<Fault>({ kind: 'claims-challenge' });

/** Builds rules for one place, from the kinds of fault that exist there and the conditions that narrow them. */
const ruleAt = <Extra extends object>(
  at: FaultRule['at'],
  kinds: readonly fc.Arbitrary<Fault>[],
  extra: fc.Arbitrary<Extra>,
) =>
  fc
    .record({
      fault: fc.oneof(
        ...anywhere.map((arbitrary) => ({ weight: 1, arbitrary })),
        ...kinds.map((arbitrary) => ({ weight: 3, arbitrary })),
      ),
      limit: fc.constantFrom({}, { times: 1 }, { times: 2 }),
      extra,
    })
    .map(({ fault, limit, extra: more }): FaultRule => ({ at, fault, ...limit, ...more }));

const none = fc.constant({});

/** Any fault at any place of the local cloud. */
export const rule = fc.oneof(
  {
    weight: 3,
    arbitrary: ruleAt(
      'authorize',
      [entraError, wrongResponse],
      fc.constantFrom({}, { silent: true }),
    ),
  },
  {
    weight: 3,
    arbitrary: ruleAt(
      'token',
      [entraError, wrongToken],
      fc.constantFrom({}, { grant: 'refresh_token' as const }),
    ),
  },
  {
    weight: 4,
    arbitrary: ruleAt(
      'graph',
      [graphError, challenge],
      fc.constantFrom({}, { path: '/me$' }, { path: '/me/photo' }),
    ),
  },
  ...(['logout', 'discovery', 'keys'] as const).map((at) => ({
    weight: 1,
    arbitrary: ruleAt(at, [], none),
  })),
);

const refusingRenewal: FaultRule = {
  at: 'token',
  grant: 'refresh_token',
  fault: { kind: 'entra-error', code: 50076, error: 'interaction_required' },
};

/** Redirect loops: each sign-in succeeds, and the call that asked for it fails again. */
export const worstRules = fc.constantFrom<readonly FaultRule[]>(
  [{ at: 'graph', path: '/me$', fault: { kind: 'claims-challenge' } }, refusingRenewal],
  [
    {
      at: 'graph',
      path: '/me$',
      fault: { kind: 'graph-error', status: 401, code: 'InvalidAuthenticationToken' },
    },
    refusingRenewal,
  ],
);

/** Faults known to put naive apps in a loop, too rare when left to chance. */
export const knownBadRules = fc.constantFrom<FaultRule>(
  { at: 'graph', fault: { kind: 'graph-error', status: 401, code: 'InvalidAuthenticationToken' } },
  { at: 'graph', fault: { kind: 'claims-challenge' } },
  refusingRenewal,
  { at: 'token', grant: 'refresh_token', fault: { kind: 'respond', status: 503, body: '' } },
  { at: 'token', fault: { kind: 'abort' } },
  {
    at: 'authorize',
    silent: true,
    fault: { kind: 'entra-error', code: 50058, error: 'login_required' },
  },
  { at: 'authorize', fault: { kind: 'entra-error', code: 65004, error: 'access_denied' } },
  { at: 'authorize', fault: { kind: 'reply', wrong: 'state' } },
);
