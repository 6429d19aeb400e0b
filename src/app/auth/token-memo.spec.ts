import type { AuthenticationResult } from '@azure/msal-browser';
import { adele } from './testing/fake-msal';
import { TokenMemo } from './token-memo';

const NOW = Date.UTC(2026, 10, 22, 10);
const MINUTE = 60_000;

describe('TokenMemo', () => {
  const request = { account: adele, scopes: ['User.Read'], redirectUri: 'https://app.example/r' };
  const result = {
    accessToken: 'token',
    expiresOn: new Date(NOW + 60 * MINUTE),
  } as AuthenticationResult;
  let memo: TokenMemo;

  beforeEach(() => {
    memo = new TokenMemo();
    memo.await(request)(result);
  });

  it('has the token for the same request', () => {
    expect(memo.find({ ...request, scopes: [...request.scopes] }, NOW)).toBe(result);
  });

  it('ends when MSAL would renew the token, five minutes before it expires', () => {
    expect(memo.find(request, NOW + 55 * MINUTE - 1)).toBe(result);
    expect(memo.find(request, NOW + 55 * MINUTE)).toBeUndefined();
  });

  it('ends when Entra ID advised to refresh it', () => {
    memo.await(request)({ ...result, refreshOn: new Date(NOW + 10 * MINUTE) });

    expect(memo.find(request, NOW + 10 * MINUTE)).toBeUndefined();
  });

  const others = {
    'another account': { account: { ...adele, homeAccountId: 'bob' } },
    'other permissions': { scopes: ['User.Read', 'Mail.Read'] },
    'claims that Graph asked for': { claims: '{}' },
    'a fresh token': { forceRefresh: true },
    'another tenant': { authority: 'https://login.microsoftonline.com/other' },
  };
  for (const [title, change] of Object.entries(others)) {
    it(`has nothing for ${title}, nor keeps it for the plain request`, () => {
      expect(memo.find({ ...request, ...change }, NOW)).toBeUndefined();

      memo.await({ ...request, ...change })({ ...result, accessToken: 'other' });

      expect(memo.find(request, NOW)?.accessToken).not.toBe('other');
    });
  }

  it('keeps no token whose end is not known', () => {
    memo.await(request)({ ...result, expiresOn: null });

    expect(memo.find(request, NOW)).toBeUndefined();
  });

  it('forgets, and keeps nothing that was on its way', () => {
    const keep = memo.await(request);
    memo.forget();
    keep(result);

    expect(memo.find(request, NOW)).toBeUndefined();
  });
});
