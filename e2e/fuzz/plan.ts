import * as fc from 'fast-check';
import type { FaultRule } from '../../emulator/index.ts';
import { notorious, rule, vicious } from './rules.ts';

/** What a person does, or what goes wrong; each has a name that reads in a report. */
export type Step =
  | { readonly do: Gesture | Accident }
  | { readonly do: 'open'; readonly path: string }
  /** The page's clock and the cloud's, together: time passes. */
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'fault'; readonly rule: FaultRule }
  /** Several faults that make a circle, and the page loaded anew to enter it. */
  | { readonly do: 'circle'; readonly rules: readonly FaultRule[] }
  | { readonly do: 'pull'; readonly lever: Lever }
  /** The cloud's clock alone: the two disagree. */
  | { readonly do: 'shift clock'; readonly hours: number }
  /** The pages' clock alone, which had been right. */
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
  ...(['open tab', 'next tab', 'close tab', 'close window', 'type a draft'] as const),
] as const;
const accidents = [
  ...(['clear storage', 'forget access tokens', 'lift faults'] as const),
  ...(['go offline', 'go online'] as const),
] as const;
export type Gesture = (typeof ordinary)[number] | (typeof rarer)[number];
export type Accident = (typeof accidents)[number];

const levers = [
  ...(['expireRefreshTokens', 'expireAccessTokens', 'revokeSessions'] as const),
  ...(['endBrowserSessions', 'revokeConsent', 'requireStepUp', 'rotateKeys'] as const),
] as const;
export type Lever = (typeof levers)[number];

export const PEOPLE = ['Adele Vance', 'Lee Gu', 'Oscar Ward'] as const;

/** A person, where they begin, and what follows. */
export interface Plan {
  readonly person: (typeof PEOPLE)[number];
  /** Where MSAL keeps the tokens: for the tab, or for all tabs. */
  readonly cacheLocation: 'sessionStorage' | 'localStorage';
  /** After how long everybody is signed out when nobody does anything. */
  readonly idleTimeoutMinutes: 15 | undefined;
  readonly begin: 'signed in' | 'on the landing page' | 'at a deep link';
  readonly steps: readonly Step[];
}

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
      minutes: fc.constantFrom(1, 14.5, 61, 24 * 60 - 5, 25 * 60),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fault' as const), rule }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('fault' as const), rule: notorious }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('circle' as const), rules: vicious }) },
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
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set clock back' as const),
      hours: fc.constantFrom(1, 25),
    }),
  },
);

export const plan: fc.Arbitrary<Plan> = fc.record({
  person: fc.constantFrom(...PEOPLE),
  cacheLocation: fc.constantFrom('sessionStorage', 'localStorage'),
  idleTimeoutMinutes: fc.constantFrom(undefined, undefined, undefined, 15),
  begin: fc.constantFrom('signed in', 'on the landing page', 'at a deep link'),
  steps: fc.array(step, { minLength: 2, maxLength: 5, size: 'max' }),
});

/** A step in one line, for the report of a failure. */
export function inWords(step: Step): string {
  const { do: name, ...rest } = step;
  return Object.keys(rest).length === 0 ? name : `${name} ${JSON.stringify(rest)}`;
}
