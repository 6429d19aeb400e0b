import { signInFailure } from '../auth/errors/sign-in-failure';
import { TokenError, type TokenRequest } from '../auth/errors/token-error';
import { graphFailure } from '../graph/graph-failure';
import type { Problem } from './problem.component';

/** Why a Graph call failed, and which of the two ways on to offer. */
export interface CallProblem extends Problem {
  /** Whether "Sign in again" is the way on, rather than "Try again". */
  readonly needsSignIn: boolean;
  /** What that sign-in has to ask for: see `TokenError`. */
  readonly request?: TokenRequest | undefined;
}

/** What a page shows for a call that failed: on its way to a token, or at Graph. */
export function toProblem(error: unknown, time = new Date()): CallProblem {
  if (!(error instanceof TokenError)) return graphFailure(error, time);
  const failure = signInFailure(error, '', time);
  return {
    ...failure,
    request: error.request,
    needsSignIn: failure.kind === 'interaction' || failure.retry === 'interaction',
  };
}
