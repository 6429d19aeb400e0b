import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { forgetPersonal } from './personal-storage';
import { SignedInAccounts } from './signed-in-accounts';
import { SessionEnd } from './session-end';
import { rememberSignIn, signInTime } from './sign-in-time';
import { adele, FakeMsal } from './testing/fake-msal';

const HOUR = 3_600_000;
const MINUTE = 60_000;

describe('SessionEnd', () => {
  const signedIn = new Date('2026-11-22T08:00:00Z');
  let msal: FakeMsal;

  beforeEach(() => {
    jasmine.clock().install().mockDate(signedIn);
    msal = new FakeMsal();
    msal.accounts = [adele];
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }, msal.provide(exampleSettings)],
    });
    rememberSignIn(adele.homeAccountId, exampleSettings);
    TestBed.inject(SignedInAccounts).activate();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    forgetPersonal(adele.homeAccountId);
  });

  function stage() {
    const { stage } = TestBed.inject(SessionEnd);
    TestBed.tick();
    return stage();
  }

  /** The clock goes on without any timer running, as while a laptop sleeps. */
  const sleepUntil = (milliseconds: number) => {
    jasmine.clock().mockDate(new Date(signedIn.getTime() + milliseconds));
  };

  it('says nothing while there is time', () => {
    sleepUntil(24 * HOUR - 10 * MINUTE - 1);

    expect(stage()).toBeUndefined();
  });

  it('says in the last ten minutes that the session expires soon', () => {
    sleepUntil(24 * HOUR - 10 * MINUTE);

    expect(stage()).toBe('expires soon');
  });

  it('says that it has expired after 24 hours', () => {
    sleepUntil(24 * HOUR);

    expect(stage()).toBe('expired');
  });

  it('comes to each stage by its timer', () => {
    sleepUntil(24 * HOUR - 11 * MINUTE);

    expect(stage()).toBeUndefined();

    jasmine.clock().tick(MINUTE);

    expect(stage()).toBe('expires soon');

    jasmine.clock().tick(10 * MINUTE);

    expect(stage()).toBe('expired');
  });

  it('sees when a laptop wakes that the session has expired meanwhile', () => {
    expect(stage()).toBeUndefined();

    sleepUntil(30 * HOUR);
    document.dispatchEvent(new Event('visibilitychange'));

    expect(stage()).toBe('expired');
  });

  it('sees within a minute that the clock was set forward', () => {
    expect(stage()).toBeUndefined();

    sleepUntil(30 * HOUR);
    jasmine.clock().tick(MINUTE);

    expect(stage()).toBe('expired');
  });

  it('asks the clock no more once it has expired', () => {
    sleepUntil(24 * HOUR);

    expect(stage()).toBe('expired');

    const now = spyOn(Date, 'now').and.callThrough();
    jasmine.clock().tick(HOUR);

    expect(now).not.toHaveBeenCalled();
  });

  it('begins anew when another tab has signed in', () => {
    sleepUntil(24 * HOUR);

    expect(stage()).toBe('expired');

    rememberSignIn(adele.homeAccountId, exampleSettings);
    window.dispatchEvent(new StorageEvent('storage'));

    expect(stage()).toBeUndefined();
  });

  it('says nothing of a session whose beginning is not known, and nothing when nobody is signed in', () => {
    sleepUntil(24 * HOUR);
    forgetPersonal(adele.homeAccountId);

    expect(stage()).toBeUndefined();

    rememberSignIn(adele.homeAccountId, exampleSettings);
    msal.accounts = [];
    msal.active = null;
    TestBed.inject(SignedInAccounts).activate();

    expect(stage()).toBeUndefined();
  });

  it('does not take nonsense in the storage for a time', () => {
    sessionStorage.setItem('app.person|adele.contoso|signed-in', 'x');

    expect(signInTime(adele.homeAccountId, exampleSettings)).toBeUndefined();
  });
});
