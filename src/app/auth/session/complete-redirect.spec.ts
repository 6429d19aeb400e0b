import { Location } from '@angular/common';
import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import { AuthError } from '@azure/msal-browser';
import { SETTINGS } from '../../settings/settings';
import { exampleSettings } from '../../settings/example-settings';
import { completeRedirect } from './complete-redirect';
import { TabSync } from '../accounts/tab-sync';
import { clearAccountStorage } from '../accounts/account-storage';
import { Session } from './session';
import { signInFailure } from '../errors/sign-in-failure';
import { signInTime } from '../accounts/sign-in-time';
import {
  adele,
  FakeMsal,
  signedInAsAdele,
  stateBegunAt,
  signedInWithForeignToken,
} from '../testing/fake-msal';

describe('completeRedirect', () => {
  let msal: FakeMsal;

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        provideLocationMocks(),
      ],
    });
  });

  const run = () => TestBed.runInInjectionContext(completeRedirect);
  const path = () => TestBed.inject(Location).path(true);

  it('navigates to the requested route without another page load', async () => {
    msal.redirectResult = Promise.resolve({ ...signedInAsAdele, state: '/profile?x=1#y' });
    await run();

    expect(path()).toBe('/profile?x=1#y');
    expect(TestBed.inject(Session).account()?.name).toBe('Adele Vance');
  });

  it('S18: navigates to the start page when the return URL is another site', async () => {
    msal.redirectResult = Promise.resolve({ ...signedInAsAdele, state: 'https://evil.example/' });
    await run();

    expect(path()).toBe('/');
  });

  it('does not change the URL when the page load has no response', async () => {
    TestBed.inject(Location).go('/profile?x=1');
    msal.accounts = [adele];
    await run();

    expect(path()).toBe('/profile?x=1');
    expect(TestBed.inject(Session).isSignedIn()).toBeTrue();
  });

  it('turns an error into the session’s failure and shows the failed page', async () => {
    msal.redirectResult = Promise.reject(new AuthError('state_mismatch', 'c0'));
    await expectAsync(run()).toBeResolved();

    expect(path()).toBe('/sign-in-failed');
    expect(TestBed.inject(Session).failure()?.error).toEqual(
      jasmine.objectContaining({ errorCode: 'state_mismatch' }),
    );
  });

  it('S6: rejects an ID token for another app, and removes the account', async () => {
    msal.redirectResult = Promise.resolve(signedInWithForeignToken);
    msal.accounts = [adele];
    await run();

    expect(path()).toBe('/sign-in-failed');
    expect(TestBed.inject(Session).isSignedIn()).toBeFalse();
    expect(TestBed.inject(Session).failure()?.error).toEqual(
      jasmine.objectContaining({ errorCode: 'id_token_aud' }),
    );
    expect(msal.clearRequests).toEqual([{ account: signedInWithForeignToken.account }]);
  });

  it('S6: accepts, after a reload, an account that MSAL has stored and the app has not validated', async () => {
    clearAccountStorage(exampleSettings, adele.homeAccountId);
    msal.accounts = [adele];
    await run();

    expect(TestBed.inject(Session).isSignedIn()).toBeTrue();
    expect(signInTime(adele.homeAccountId, exampleSettings)).toBeGreaterThan(0);
  });

  it('S6: removes an account that MSAL has stored and that is not valid', async () => {
    clearAccountStorage(exampleSettings, adele.homeAccountId);
    msal.accounts = [signedInWithForeignToken.account ?? adele];
    await run();

    expect(msal.accounts).toEqual([]);
    expect(TestBed.inject(Session).isSignedIn()).toBeFalse();
  });

  it('F23: leaves no incomplete session when storage is full', async () => {
    clearAccountStorage(exampleSettings, adele.homeAccountId);
    msal.accounts = [{ ...adele, idTokenClaims: undefined } as never];
    msal.redirectResult = Promise.reject(new AuthError('cache_quota_exceeded', 'c0'));
    await run();

    expect(TestBed.inject(Session).isSignedIn()).toBeFalse();
    expect(path()).toBe('/sign-in-failed');
  });

  it('F23: leaves none either when there is no room for the app’s own entries', async () => {
    spyOn(Storage.prototype, 'setItem').and.throwError(new DOMException('', 'QuotaExceededError'));
    msal.redirectResult = Promise.resolve(signedInAsAdele);
    msal.accounts = [adele];
    await run();

    expect(msal.accounts).toEqual([]);
    expect(TestBed.inject(Session).isSignedIn()).toBeFalse();
    expect(path()).toBe('/sign-in-failed');
  });

  it('F46: navigates to the start page, not to the guard, when another tab has ended the sign-in at once', async () => {
    msal.redirectResult = Promise.resolve({ ...signedInAsAdele, state: '/profile' });
    msal.accounts = [adele];
    spyOn(TestBed.inject(TabSync), 'missedSignOuts').and.resolveTo([adele.homeAccountId]);
    await run();

    expect(path()).toBe('/');
  });

  for (const [what, result] of [
    ['brought no answer', () => Promise.resolve(null)],
    ['brought a refusal', () => Promise.reject(new AuthError('access_denied', 'c0'))],
  ] as const) {
    it(`S21: ends a session that another tab has ended, when the page load ${what}`, async () => {
      TestBed.inject(Location).go('/profile');
      msal.accounts = [adele];
      spyOn(TestBed.inject(TabSync), 'missedSignOuts').and.resolveTo([adele.homeAccountId]);
      msal.redirectResult = result();
      await run();

      expect(msal.accounts).toEqual([]);
      expect(TestBed.inject(Session).isSignedIn()).toBeFalse();
      expect(TestBed.inject(Session).notice()).toBe('other-tab');
      expect(path()).not.toBe('/profile');
    });
  }

  it('F12: keeps the person signed in whose further sign-in failed', async () => {
    msal.accounts = [adele];
    msal.redirectResult = Promise.reject(new AuthError('access_denied', 'c0'));
    await run();

    expect(TestBed.inject(Session).isSignedIn()).toBeTrue();
  });

  describe('with a response that MSAL ignores', () => {
    beforeEach(() => {
      msal.response = `#code=1&state=${encodeURIComponent(stateBegunAt(Date.now()))}`;
    });

    it('F21: says that the sign-in was interrupted, and stores its return URL', async () => {
      await run();

      expect(path()).toBe('/sign-in-failed');
      expect(signInFailure(TestBed.inject(Session).failure()?.error, '').kind).toBe('interrupted');
      expect(TestBed.inject(Session).failure()?.returnUrl).toBe('/profile?x=1');
    });

    it('F20: continues the session of a person who is signed in', async () => {
      msal.accounts = [adele];
      await run();

      expect(path()).toBe('/');
      expect(TestBed.inject(Session).failure()).toBeUndefined();
    });
  });
});
