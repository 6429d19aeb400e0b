import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { accountStorageKey, clearAccountStorage } from '../accounts/account-storage';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { SessionExpiry } from './session-expiry';
import { storeSignInTime, signInTime } from '../accounts/sign-in-time';
import { adele, FakeMsal } from '../testing/fake-msal';

const HOUR = 3_600_000;
const MINUTE = 60_000;

describe('SessionExpiry', () => {
  const signedIn = new Date('2026-11-22T08:00:00Z');
  let msal: FakeMsal;

  beforeEach(() => {
    jasmine.clock().install().mockDate(signedIn);
    msal = new FakeMsal();
    msal.accounts = [adele];
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }, msal.provide(exampleSettings)],
    });
    storeSignInTime(adele.homeAccountId, exampleSettings);
    TestBed.inject(SignedInAccounts).activate();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    clearAccountStorage(exampleSettings, adele.homeAccountId);
  });

  function state() {
    const { state } = TestBed.inject(SessionExpiry);
    TestBed.tick();
    return state();
  }

  /** Moves the clock without running timers, as during sleep. */
  const sleepUntil = (milliseconds: number) => {
    jasmine.clock().mockDate(new Date(signedIn.getTime() + milliseconds));
  };

  it('has no state before the last ten minutes', () => {
    sleepUntil(24 * HOUR - 10 * MINUTE - 1);

    expect(state()).toBeUndefined();
  });

  it('reports in the last ten minutes that the session expires soon', () => {
    sleepUntil(24 * HOUR - 10 * MINUTE);

    expect(state()).toBe('expires soon');
  });

  it('reports after 24 hours that it has expired', () => {
    sleepUntil(24 * HOUR);

    expect(state()).toBe('expired');
  });

  it('changes its state by a timer', () => {
    sleepUntil(24 * HOUR - 11 * MINUTE);

    expect(state()).toBeUndefined();

    jasmine.clock().tick(MINUTE);

    expect(state()).toBe('expires soon');

    jasmine.clock().tick(10 * MINUTE);

    expect(state()).toBe('expired');
  });

  it('detects after sleep that the session has expired', () => {
    expect(state()).toBeUndefined();

    sleepUntil(30 * HOUR);
    document.dispatchEvent(new Event('visibilitychange'));

    expect(state()).toBe('expired');
  });

  it('detects within a minute that the clock was set forward', () => {
    expect(state()).toBeUndefined();

    sleepUntil(30 * HOUR);
    jasmine.clock().tick(MINUTE);

    expect(state()).toBe('expired');
  });

  it('stops checking the clock once it has expired', () => {
    sleepUntil(24 * HOUR);

    expect(state()).toBe('expired');

    const now = spyOn(Date, 'now').and.callThrough();
    jasmine.clock().tick(HOUR);

    expect(now).not.toHaveBeenCalled();
  });

  it('starts again when another tab has signed in', () => {
    sleepUntil(24 * HOUR);

    expect(state()).toBe('expired');

    storeSignInTime(adele.homeAccountId, exampleSettings);
    window.dispatchEvent(new StorageEvent('storage'));

    expect(state()).toBeUndefined();
  });

  it('has no state without a known sign-in time, and while nobody is signed in', () => {
    sleepUntil(24 * HOUR);
    clearAccountStorage(exampleSettings, adele.homeAccountId);

    expect(state()).toBeUndefined();

    storeSignInTime(adele.homeAccountId, exampleSettings);
    msal.accounts = [];
    msal.active = null;
    TestBed.inject(SignedInAccounts).activate();

    expect(state()).toBeUndefined();
  });

  it('ignores an invalid time in the storage', () => {
    sessionStorage.setItem(accountStorageKey(exampleSettings, 'adele.contoso', 'signed-in'), 'x');

    expect(signInTime(adele.homeAccountId, exampleSettings)).toBeUndefined();
  });
});
