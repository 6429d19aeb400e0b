import {
  AuthError,
  BrowserAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser';
import { signInFailure } from './sign-in-failure';
import { TokenError } from './token-error';

const time = new Date('2026-11-22T10:00:00Z');

describe('signInFailure', () => {
  it('F11: recognizes declined consent by Entra’s number, with the details for support', () => {
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

  it('F28: recognizes a hidden iframe that timed out without a network', () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);
    const error = new TokenError('token_unavailable', new BrowserAuthError('timed_out', 'c0'));

    expect(signInFailure(error, '/').title).toBe('You are offline');
  });

  it('F2: has advice for the administrator on a redirect URI of the wrong platform', () => {
    const error = new ServerError('invalid_request', 'c0', '', '', '9002326');

    expect(signInFailure(error, '/').administrator).toContain('Single-page application');
  });

  it('uses the code when the number is not in the table', () => {
    const error = new ServerError('access_denied', 'c0', '', '', '1234567');

    expect(signInFailure(error, '/')).toEqual(
      jasmine.objectContaining({
        title: 'Permission was declined',
        code: 'access_denied (AADSTS1234567)',
      }),
    );
  });

  it('F13: uses code and suberror before the code alone', () => {
    const silent = new BrowserAuthError('timed_out', 'c0', 'redirect_bridge_timeout');
    const leaving = new BrowserAuthError('timed_out', 'c0', 'failed_to_redirect');

    expect(signInFailure(silent, '/').retry).toBe('interaction');
    expect(signInFailure(leaving, '/').title).toBe('The sign-in page did not open');
  });

  it('F10: uses a suberror with any code', () => {
    const error = new InteractionRequiredAuthError('invalid_grant', 'c0', '', 'consent_required');

    expect(signInFailure(error, '/').title).toBe('This app needs your permission');
  });

  it('F16: recognizes a response to another sign-in', () => {
    expect(signInFailure(new AuthError('state_mismatch', 'c0'), '/').title).toBe(
      'Sign-in was interrupted',
    );
  });

  it('F1: recognizes a network that does not respond', () => {
    expect(signInFailure(new BrowserAuthError('post_request_failed', 'c0'), '/').title).toBe(
      'The sign-in service could not be reached',
    );
  });

  it('F3: recognizes a call that MSAL throttles', () => {
    expect(signInFailure(new ServerError('90055', 'c0'), '/')).toEqual(
      jasmine.objectContaining({
        kind: 'busy',
        retry: 'after-pause',
        code: 'throttled (AADSTS90055)',
      }),
    );
  });

  it('F4: recognizes a failing service without a known code', () => {
    expect(signInFailure(new ServerError('odd', 'c0', '', '', '', 503), '/').kind).toBe('busy');
  });

  it('F28: says that a call is waiting for the network', () => {
    const offline = new BrowserAuthError('no_network_connectivity', 'c0');

    expect(signInFailure(new TokenError('token_unavailable', offline), '/').retry).toBe(
      'when-online',
    );
  });

  it('has a message for a token that failed for an unknown reason', () => {
    expect(signInFailure(new TokenError('token_unavailable', new Error('x')), '/').title).toBe(
      'Your session could not be renewed just now',
    );
  });

  it('F23: recognizes full storage', () => {
    const error = Object.assign(new Error('no'), { name: 'CacheError', errorCode: 'CacheError' });

    expect(signInFailure(error, '/').title).toBe('The browser’s storage is full');
  });

  it('requires interaction when MSAL does, though the code is unknown', () => {
    expect(signInFailure(new InteractionRequiredAuthError('odd', 'c0'), '/').retry).toBe(
      'interaction',
    );
  });

  it('has a message for whatever is thrown', () => {
    expect(signInFailure('odd', '/').title).toBe('Sign-in did not work');
  });
});
