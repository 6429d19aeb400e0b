import { HttpErrorResponse } from '@angular/common/http';
import { TokenError } from '../../auth/errors/token-error';
import { toProblem } from './to-problem';

describe('toProblem', () => {
  it('F31: speaks of Graph when Graph refused', () => {
    expect(toProblem(new HttpErrorResponse({ status: 403 })).code).toBe('HTTP 403');
  });

  it('F6: speaks of the session when it could not be renewed, and offers another try', () => {
    expect(toProblem(new TokenError('token_unavailable'))).toEqual(
      jasmine.objectContaining({ code: 'token_unavailable', needsSignIn: false }),
    );
  });

  for (const kind of ['signed_out', 'interaction_required', 'redirect_loop'] as const) {
    it(`F14: offers to sign in again after ${kind}`, () => {
      expect(toProblem(new TokenError(kind)).needsSignIn).toBeTrue();
    });
  }

  for (const kind of ['retry_required', 'account_changed'] as const) {
    it(`F30, F44: offers another try after ${kind}`, () => {
      expect(toProblem(new TokenError(kind)).needsSignIn).toBeFalse();
    });
  }

  it('explains a permission that sign-in did not ask for, and offers to allow it', () => {
    const request = { scopes: ['Mail.Read'] };
    const problem = toProblem(new TokenError('consent_required', undefined, request));

    expect(problem.explanation).toContain('Mail.Read');
    expect(problem).toEqual(
      jasmine.objectContaining({ needsSignIn: true, signInLabel: 'Allow access', request }),
    );
  });

  it('F30: says what that sign-in has to ask for', () => {
    const request = { scopes: ['User.Read'], claims: '{}' };
    const error = new TokenError('interaction_required', undefined, request);

    expect(toProblem(error).request).toBe(request);
  });
});
