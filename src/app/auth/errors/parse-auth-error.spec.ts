import { InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { parseAuthError } from './parse-auth-error';
import { TokenError } from './token-error';

describe('parseAuthError', () => {
  it('F2: takes Entra’s number from its field', () => {
    const error = new ServerError('invalid_request', 'c0', '', '', '9002326');

    expect(parseAuthError(error).numbers).toEqual(['9002326']);
  });

  it('F9: takes the number of an error that requires interaction', () => {
    const error = new InteractionRequiredAuthError(
      'invalid_grant',
      'c0',
      '',
      'basic_action',
      '',
      '',
      '',
      '50076',
    );

    expect(parseAuthError(error)).toEqual(
      jasmine.objectContaining({ numbers: ['50076'], subError: 'basic_action' }),
    );
  });

  it('takes the number from the description when it comes in no other field', () => {
    const error = new ServerError('invalid_request', 'c0', 'AADSTS9002326: cross-origin');

    expect(parseAuthError(error).numbers).toEqual(['9002326']);
  });

  it('F3: takes the numbers that MSAL joins into the code of a throttled call', () => {
    expect(parseAuthError(new ServerError('90055 50196', 'c0'))).toEqual(
      jasmine.objectContaining({ code: 'throttled', numbers: ['90055', '50196'] }),
    );
  });

  for (const code of ['', '0']) {
    it(`F4: recognizes a call that MSAL throttles with the code "${code}"`, () => {
      expect(parseAuthError(new ServerError(code, 'c0'))).toEqual(
        jasmine.objectContaining({ code: 'throttled', numbers: [] }),
      );
    });
  }

  it('F23: recognizes full storage, which MSAL wraps into another error class', () => {
    const error = Object.assign(new Error('no'), { name: 'CacheError', errorCode: 'CacheError' });

    expect(parseAuthError(error).code).toBe('CacheError');
  });

  it('returns the cause of a TokenError', () => {
    const cause = new ServerError('temporarily_unavailable', 'c0');

    expect(parseAuthError(new TokenError('token_unavailable', cause))).toEqual(
      jasmine.objectContaining({ code: 'temporarily_unavailable', fallback: 'token_unavailable' }),
    );
  });

  it('F14: returns the app’s own code and the correlation ID of a stopped redirect loop', () => {
    const cause = new InteractionRequiredAuthError('interaction_required', 'c0');

    expect(parseAuthError(new TokenError('redirect_loop', cause))).toEqual(
      jasmine.objectContaining({ code: 'redirect_loop', correlationId: 'c0', numbers: [] }),
    );
  });

  it('S38: accepts no sentence as a code', () => {
    const error = new ServerError('call 0800 123 and say your password', '<b>', '', '<i>');

    expect(parseAuthError(error)).toEqual(
      jasmine.objectContaining({ code: 'unknown', subError: '', correlationId: '' }),
    );
  });

  it('survives an object that throws when a property is read', () => {
    const hostile = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('no');
        },
      },
    );

    expect(parseAuthError(hostile).code).toBe('unknown');
  });
});
