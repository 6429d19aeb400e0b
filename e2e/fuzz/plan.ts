import * as fc from 'fast-check';
import type { Fault, FaultRule } from '../../emulator/index.ts';

/** What a person does, or what goes wrong; each has a name that reads in a report. */
export type Step =
  | { readonly do: Gesture | Accident }
  | { readonly do: 'open'; readonly path: string }
  /** The page's clock and the cloud's, together: time passes. */
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'fault'; readonly rule: FaultRule }
  | { readonly do: 'pull'; readonly lever: Lever }
  /** The cloud's clock alone: the two disagree. */
  | { readonly do: 'shift clock'; readonly hours: number };

const ordinary = ['go on', 'reload', 'back', 'forward', 'sign in', 'sign out'] as const;
const rarer = [
  ...([
    'decline',
    'pick another',
    'double click',
    'home',
    'profile',
    'add account',
    'switch account',
  ] as const),
  ...(['open tab', 'next tab', 'close tab', 'type a draft'] as const),
] as const;
const accidents = [
  ...(['clear storage', 'forget access tokens', 'lift faults'] as const),
  ...(['go offline', 'go online'] as const),
] as const;
export type Gesture = (typeof ordinary)[number] | (typeof rarer)[number];
export type Accident = (typeof accidents)[number];

const levers = [
  ...(['expireRefreshTokens', 'expireAccessTokens', 'revokeSessions'] as const),
  ...(['endBrowserSessions', 'revokeConsent', 'requireStepUp', 'rollKeysOver'] as const),
] as const;
export type Lever = (typeof levers)[number];

export const PEOPLE = ['Adele Vance', 'Lee Gu', 'Oscar Ward'] as const;

/** A person, where they begin, and what follows. */
export interface Plan {
  readonly person: (typeof PEOPLE)[number];
  readonly begin: 'signed in' | 'on the landing page' | 'at a deep link';
  readonly steps: readonly Step[];
}

const aborting = fc.constant<Fault>({ kind: 'abort' });
const hanging = fc.constant<Fault>({ kind: 'hang' });
const answering = fc.record({
  kind: fc.constant('respond' as const),
  status: fc.constantFrom(200, 204, 302, 400, 404, 429, 500, 503),
  body: fc.constantFrom('', '<h1>Sorry</h1>', '{"access_token":', '{}', '[]', 'null'),
  contentType: fc.constantFrom('text/html', 'application/json'),
});
const delaying = fc.record({
  kind: fc.constant('delay' as const),
  ms: fc.constantFrom(50, 300, 900),
});
const anywhere = [aborting, hanging, answering, delaying] as const;

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
const wrongReply = fc
  .constantFrom('state', 'unreadable-state', 'no-state', 'code', 'nothing')
  .map((wrong): Fault => ({ kind: 'reply', wrong }));
const graphError = fc.record({
  kind: fc.constant('graph-error' as const),
  // Those that the app answers with more than words come up more often.
  status: fc.constantFrom(401, 401, 401, 429, 429, 503, 400, 403, 404, 409, 412, 500, 502, 504),
  code: fc.constant('SomeError'),
  retryAfter: fc.constantFrom(1, 30),
});
const challenge = fc.constant<Fault>({ kind: 'claims-challenge' });

/** A rule at one place: the kinds that can happen there, and what narrows it. */
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
const rule = fc.oneof(
  {
    weight: 3,
    arbitrary: ruleAt('authorize', [entraError, wrongReply], fc.constantFrom({}, { silent: true })),
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

const gesture = (names: readonly (Gesture | Accident)[]): fc.Arbitrary<Step> =>
  fc.constantFrom(...names).map((name) => ({ do: name }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: gesture(['go on']) },
  { weight: 4, arbitrary: gesture(ordinary) },
  { weight: 4, arbitrary: gesture(rarer) },
  { weight: 2, arbitrary: gesture(accidents) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      path: fc.constantFrom('/', '/profile?x=1#y', '/nowhere', '/sign-in-failed'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 61, 24 * 60 - 5, 25 * 60),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fault' as const), rule }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pull' as const),
      lever: fc.constantFrom(...levers),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('shift clock' as const),
      hours: fc.constantFrom(-25, -1, 1, 25),
    }),
  },
);

export const plan: fc.Arbitrary<Plan> = fc.record({
  person: fc.constantFrom(...PEOPLE),
  begin: fc.constantFrom('signed in', 'on the landing page', 'at a deep link'),
  steps: fc.array(step, { minLength: 2, maxLength: 5, size: 'max' }),
});

/** A step in one line, for the report of a failure. */
export function inWords(step: Step): string {
  const { do: name, ...rest } = step;
  return Object.keys(rest).length === 0 ? name : `${name} ${JSON.stringify(rest)}`;
}
