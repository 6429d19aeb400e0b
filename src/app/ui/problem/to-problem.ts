import { signInFailure } from '../../auth/errors/sign-in-failure';
import { TokenError, type TokenRequest } from '../../auth/errors/token-error';
import { graphFailure } from '../../graph/graph-failure';
import type { Settings } from '../../settings/settings';
import type { Problem } from './problem.component';

/** Why a call to an API failed, and what to offer next. */
export interface CallProblem extends Problem {
  /** Whether a sign-in helps, rather than "Try again". */
  readonly needsSignIn: boolean;
  /** What to call that sign-in: "Sign in again" when left out. */
  readonly signInLabel?: string;
  /** What that sign-in has to ask for: see `TokenError`. */
  readonly request?: TokenRequest | undefined;
}

/** What a page shows for a call that failed: on its way to a token, or at Graph. */
export function toProblem(
  error: unknown,
  time = new Date(),
  apis: Settings['apis'] = [],
): CallProblem {
  if (!(error instanceof TokenError)) return graphFailure(error, time, apis);
  const failure = signInFailure(error, '', time);
  if (error.kind === 'consent_required') return { ...failure, ...permissionRequest(error.request) };
  return {
    ...failure,
    request: error.request,
    needsSignIn: failure.kind === 'interaction' || failure.retry === 'interaction',
  };
}

/** Explains a permission before Entra ID asks for it: sign-in asked for less. */
function permissionRequest(request: TokenRequest = {}): Omit<CallProblem, 'code' | 'time'> {
  return {
    title: $localize`This page needs your permission`,
    explanation: $localize`What it shows needs a permission that the app has not asked you for: ${request.scopes?.join(', ') ?? ''}:permissions:.`,
    remedy: $localize`Select Allow access: Microsoft shows what it covers, and you accept or decline. Everything else works without it.`,
    request,
    isQuestion: true,
    needsSignIn: true,
    signInLabel: $localize`Allow access`,
  };
}
