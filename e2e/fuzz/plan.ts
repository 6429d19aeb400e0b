import * as fc from 'fast-check';
import type { FaultRule } from '../../emulator/index.ts';
import { knownBadRules, rule, worstRules } from './rules.ts';

/** A user action or a fault, by the name that a report shows. */
export type Step =
  | { readonly do: UserAction | FaultStep }
  | { readonly do: 'open'; readonly path: string }
  /** Advances the clocks of pages and cloud together. */
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'fault'; readonly rule: FaultRule }
  /** Adds faults that together make a redirect loop, and reloads the page to enter it. */
  | { readonly do: 'loop'; readonly rules: readonly FaultRule[] }
  | { readonly do: 'control'; readonly control: FaultControl }
  /** Moves the cloud's clock only. */
  | { readonly do: 'shift clock'; readonly hours: number }
  /** Moves the pages' clock only. */
  | { readonly do: 'set clock back'; readonly hours: number };

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
  ...(['open tab', 'next tab', 'close tab', 'close popup', 'type a draft'] as const),
] as const;
const faultSteps = [
  ...(['clear storage', 'clear access tokens', 'clear faults'] as const),
  ...(['go offline', 'go online'] as const),
] as const;
export type UserAction = (typeof ordinary)[number] | (typeof rarer)[number];
export type FaultStep = (typeof faultSteps)[number];

const controls = [
  ...(['expireRefreshTokens', 'expireAccessTokens', 'revokeSessions'] as const),
  ...(['endBrowserSessions', 'revokeConsent', 'requireStepUp', 'rotateKeys'] as const),
] as const;
export type FaultControl = (typeof controls)[number];

export const PEOPLE = ['Adele Vance', 'Lee Gu', 'Oscar Ward'] as const;

/** A person, where they start, and the steps that follow. */
export interface Plan {
  readonly person: (typeof PEOPLE)[number];
  readonly cacheLocation: 'sessionStorage' | 'localStorage';
  readonly idleTimeoutMinutes: 15 | undefined;
  readonly begin: 'signed in' | 'on the landing page' | 'at a deep link';
  readonly steps: readonly Step[];
}

const action = (names: readonly (UserAction | FaultStep)[]): fc.Arbitrary<Step> =>
  fc.constantFrom(...names).map((name) => ({ do: name }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: action(['go on']) },
  { weight: 4, arbitrary: action(ordinary) },
  { weight: 4, arbitrary: action(rarer) },
  { weight: 2, arbitrary: action(faultSteps) },
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
      minutes: fc.constantFrom(1, 14.5, 61, 24 * 60 - 5, 25 * 60),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fault' as const), rule }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('fault' as const), rule: knownBadRules }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('loop' as const), rules: worstRules }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('control' as const),
      control: fc.constantFrom(...controls),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('shift clock' as const),
      hours: fc.constantFrom(-25, -1, 1, 25),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set clock back' as const),
      hours: fc.constantFrom(1, 25),
    }),
  },
);

export const plans: fc.Arbitrary<Plan> = fc.record({
  person: fc.constantFrom(...PEOPLE),
  cacheLocation: fc.constantFrom('sessionStorage', 'localStorage'),
  idleTimeoutMinutes: fc.constantFrom(undefined, undefined, undefined, 15),
  begin: fc.constantFrom('signed in', 'on the landing page', 'at a deep link'),
  steps: fc.array(step, { minLength: 2, maxLength: 5, size: 'max' }),
});

/** Returns a step in one line, for the report of a failure. */
export function describeStep(step: Step): string {
  const { do: name, ...rest } = step;
  return Object.keys(rest).length === 0 ? name : `${name} ${JSON.stringify(rest)}`;
}
