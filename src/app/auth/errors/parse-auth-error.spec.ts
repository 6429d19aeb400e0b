import { InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { parseAuthError } from './parse-auth-error';
import { TokenError } from './token-error';

describe('parseAuthError', () => {
  it('F2: takes Entra’s number from its field', () => {
    const error = new ServerError('invalid_request', 'c0', '', '', '9002326');

    expect(parseAuthError(error).numbers).toEqual(['9002326']);
  });

  it('F9: takes the number of an error that asks for interaction', () => {
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

  it('F3: takes the numbers MSAL joins into the code of a call it holds back', () => {
    expect(parseAuthError(new ServerError('90055 50196', 'c0'))).toEqual(
      jasmine.objectContaining({ code: 'throttled', numbers: ['90055', '50196'] }),
    );
  });

  for (const code of ['', '0']) {
    it(`F4: knows a call that MSAL holds back with the code "${code}"`, () => {
      expect(parseAuthError(new ServerError(code, 'c0'))).toEqual(
        jasmine.objectContaining({ code: 'throttled', numbers: [] }),
      );
    });
  }

  it('F23: names a full storage, which MSAL wraps into an error of another class', () => {
    const error = Object.assign(new Error('no'), { name: 'CacheError', errorCode: 'CacheError' });

    expect(parseAuthError(error).code).toBe('CacheError');
  });

  it('tells why no token could be had', () => {
    const cause = new ServerError('temporarily_unavailable', 'c0');

    expect(parseAuthError(new TokenError('token_unavailable', cause))).toEqual(
      jasmine.objectContaining({ code: 'temporarily_unavailable', fallback: 'token_unavailable' }),
    );
  });

  it('F14: holds the app’s own reason and the correlation ID when it stopped a loop', () => {
    const cause = new InteractionRequiredAuthError('interaction_required', 'c0');

    expect(parseAuthError(new TokenError('redirect_loop', cause))).toEqual(
      jasmine.objectContaining({ code: 'redirect_loop', correlationId: 'c0', numbers: [] }),
    );
  });

  it('S38: takes no code that is a sentence', () => {
    const error = new ServerError('call 0800 123 and say your password', '<b>', '', '<i>');

    expect(parseAuthError(error)).toEqual(
      jasmine.objectContaining({ code: 'unknown', subError: '', correlationId: '' }),
    );
  });

  it('survives an object that throws when it is looked at', () => {
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
