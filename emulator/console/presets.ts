import type { Faults } from '../faults/faults.ts';
import type { FaultRule } from '../faults/fault.ts';

/** What the page for people can make go wrong at the press of a button. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly apply: (faults: Faults, target: Target) => void;
}

interface Target {
  /** A user name; everybody when left out. */
  readonly person?: string;
  /** The next request alone, or every one until it is taken away. */
  readonly times?: number;
}

/** Hold for the next requests, and can be taken away again. */
export const RULES: readonly Preset[] = [
  rule('graph-slow', 'Graph takes 3 seconds', { at: 'graph', fault: { kind: 'delay', ms: 3000 } }),
  rule('graph-down', 'Graph is unavailable (503)', {
    at: 'graph',
    fault: { kind: 'graph-error', status: 503, code: 'ServiceUnavailable' },
  }),
  rule('graph-throttles', 'Graph asks to wait 10 seconds (429)', {
    at: 'graph',
    fault: { kind: 'graph-error', status: 429, code: 'TooManyRequests', retryAfter: 10 },
  }),
  rule('graph-challenge', 'Graph sends a claims challenge', {
    at: 'graph',
    fault: { kind: 'claims-challenge' },
  }),
  rule('token-broken', 'The token endpoint breaks the connection', {
    at: 'token',
    fault: { kind: 'abort' },
  }),
  rule('token-down', 'The token endpoint is unavailable (503)', {
    at: 'token',
    fault: { kind: 'respond', status: 503, body: '<h1>Service unavailable</h1>' },
  }),
  rule('wrong-nonce', 'The ID token carries a wrong nonce', {
    at: 'token',
    fault: { kind: 'id-token', wrong: 'nonce' },
  }),
  rule('wrong-signature', 'The ID token carries a wrong signature', {
    at: 'token',
    fault: { kind: 'id-token', wrong: 'signature' },
  }),
  rule('wrong-state', 'The reply carries a wrong state', {
    at: 'authorize',
    fault: { kind: 'reply', wrong: 'state' },
  }),
];

/** Happen once, to what has been issued so far. */
export const FAULT_CONTROLS: readonly Preset[] = [
  control('expireAccessTokens', 'Expire access tokens'),
  control('expireRefreshTokens', 'Expire refresh tokens (700084)'),
  control('revokeSessions', 'Revoke sessions (50173)'),
  control('endBrowserSessions', 'End browser sessions (50058)'),
  control('revokeConsent', 'Withdraw consent (65001)'),
  control('requireStepUp', 'Require a second factor (50076)'),
];

export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Change the cloud itself, whoever was chosen. */
export const CLOUD_CONTROLS: readonly Preset[] = [
  everywhere('rotateKeys', 'Sign with the next key', (faults) => {
    faults.rotateKeys();
  }),
  clock('clock-ahead', 'Put the clock a day ahead', DAY),
  clock('clock-behind', 'Put the clock ten minutes behind', -10 * MINUTE),
  clock('clock-right', 'Put the clock right', 0),
];

function rule(id: string, title: string, wanted: FaultRule): Preset {
  return {
    id,
    title,
    apply: (faults, { person, times }) => {
      faults.add({
        ...wanted,
        ...(person !== undefined && { person }),
        ...(times !== undefined && { times }),
      });
    },
  };
}

function everywhere(id: string, title: string, apply: (faults: Faults) => void): Preset {
  return { id, title, apply };
}

function clock(id: string, title: string, milliseconds: number): Preset {
  return everywhere(id, title, (faults) => {
    faults.shiftClock(milliseconds);
  });
}

type FaultControl =
  | ('expireAccessTokens' | 'expireRefreshTokens' | 'revokeSessions')
  | ('endBrowserSessions' | 'revokeConsent' | 'requireStepUp');

function control(id: FaultControl, title: string): Preset {
  return {
    id,
    title,
    apply: (faults, { person }) => {
      faults[id](person);
    },
  };
}
