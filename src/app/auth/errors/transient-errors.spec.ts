import { AuthError, ServerError } from '@azure/msal-browser';
import { isTransient } from './transient-errors';
import { errorMessages } from './messages/find-error-message';
import { signInFailure } from './sign-in-failure';

describe('isTransient', () => {
  const isNumber = (key: string) => /^\d+$/.test(key);

  for (const { keys } of errorMessages) {
    for (const key of keys.filter((candidate) => !candidate.includes('/'))) {
      it(`agrees with the table of messages on ${key}`, () => {
        const error = isNumber(key)
          ? new ServerError('invalid_grant', 'c0', '', '', key)
          : new AuthError(key, 'c0');

        expect(isTransient(error)).toBe(signInFailure(error, '').retry === 'after-pause');
      });
    }
  }

  it('uses the status when nothing else is known', () => {
    expect(isTransient(new ServerError('strange', 'c0', '', '', '12345', 503))).toBeTrue();
    expect(isTransient(new ServerError('strange', 'c0', '', '', '12345', 400))).toBeFalse();
  });

  it('does not retry what Entra ID calls a loop, whatever the status', () => {
    expect(isTransient(new ServerError('invalid_grant', 'c0', '', '', '50196', 429))).toBeFalse();
  });
});
