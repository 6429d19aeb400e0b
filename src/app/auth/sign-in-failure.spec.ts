import { AuthError, BrowserAuthError, ServerError } from '@azure/msal-browser';
import { signInFailure } from './sign-in-failure';

const time = new Date('2026-11-22T10:00:00Z');

describe('signInFailure', () => {
  it('F11: recognises declined consent by Entra’s number and keeps what support needs', () => {
    const error = new ServerError('access_denied', 'c0', 'AADSTS65004: declined', '', '65004');

    expect(signInFailure(error, '/profile?x=1', time)).toEqual(
      jasmine.objectContaining({
        title: 'Permission was declined',
        code: 'access_denied (AADSTS65004)',
        correlationId: 'c0',
        returnUrl: '/profile?x=1',
        time,
      }),
    );
  });

  it('F2: tells the administrator of a redirect URI of the wrong platform', () => {
    const error = new ServerError('invalid_request', 'c0', '', '', '9002326');

    expect(signInFailure(error, '/').remedy).toContain('Single-page application');
  });

  it('takes Entra’s number from the description when it comes in no other field', () => {
    const error = new ServerError('invalid_request', 'c0', 'AADSTS9002326: cross-origin');

    expect(signInFailure(error, '/').code).toBe('invalid_request (AADSTS9002326)');
  });

  it('F16: recognises an answer to another sign-in', () => {
    expect(signInFailure(new AuthError('state_mismatch', 'c0'), '/').title).toBe(
      'Sign-in was interrupted',
    );
  });

  it('F1: recognises a network that does not answer', () => {
    expect(signInFailure(new BrowserAuthError('post_request_failed', 'c0'), '/').title).toBe(
      'The sign-in service could not be reached',
    );
  });

  it('S38: never shows what the server wrote', () => {
    const error = new ServerError('odd', 'c0', '<img src=x onerror=alert(1)>');

    expect(JSON.stringify(signInFailure(error, '/'))).not.toContain('<img');
  });

  it('names an error that is none of MSAL’s', () => {
    const failure = signInFailure(new DOMException('no', 'QuotaExceededError'), '/');

    expect(failure.code).toBe('QuotaExceededError');
    expect(failure.correlationId).toBe('');
  });

  it('has words for whatever is thrown', () => {
    expect(signInFailure('odd', '/').title).toBe('Sign-in did not work');
  });
});
