import { storageKey } from '../accounts/account-storage';
import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { IdleTimeout } from './idle-timeout';
import { clearAccountStorage } from '../accounts/account-storage';
import { Session } from '../session/session';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { storeSignInTime } from '../accounts/sign-in-time';
import { adele, FakeMsal } from '../testing/fake-msal';

const MINUTE = 60_000;

describe('IdleTimeout', () => {
  const settings = { ...exampleSettings, idleTimeoutMinutes: 15 };
  const start = new Date('2026-11-22T08:00:00Z');
  let msal: FakeMsal;
  let signOutAll: jasmine.Spy;
  let isLeader: Promise<unknown>;

  beforeEach(() => {
    jasmine.clock().install().mockDate(start);
    msal = new FakeMsal();
    msal.accounts = [adele];
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: settings }, msal.provide(settings)],
    });
    storeSignInTime(adele.homeAccountId, settings);
    const session = TestBed.inject(Session);
    TestBed.inject(SignedInAccounts).activate();
    signOutAll = spyOn(session, 'signOutAll').and.resolveTo();
    const request = spyOn(navigator.locks, 'request').and.callThrough();
    TestBed.inject(IdleTimeout);
    TestBed.tick();
    const [, , granted] = request.calls.mostRecent().args as unknown as [
      string,
      object,
      () => void,
    ];
    // The browser grants the lock in its own time; the spec does not wait for it.
    isLeader = Promise.resolve(granted);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    clearAccountStorage(exampleSettings, adele.homeAccountId);
  });

  const secondsLeft = () => TestBed.inject(IdleTimeout).secondsLeft();
  const lead = async () => {
    ((await isLeader) as () => void)();
  };
  const act = () => document.dispatchEvent(new KeyboardEvent('keydown'));

  it('warns in the last minute and counts it down', () => {
    jasmine.clock().tick(14 * MINUTE - 1);

    expect(secondsLeft()).toBeUndefined();

    jasmine.clock().tick(1);

    expect(secondsLeft()).toBe(60);

    jasmine.clock().tick(20_000);

    expect(secondsLeft()).toBe(40);
  });

  it('starts again when somebody does something', () => {
    jasmine.clock().tick(13 * MINUTE);
    act();
    jasmine.clock().tick(13 * MINUTE);

    expect(secondsLeft()).toBeUndefined();
  });

  it('counts only the answer to the warning as activity while it is shown', () => {
    jasmine.clock().tick(14 * MINUTE + 10_000);
    act();

    expect(secondsLeft()).toBe(50);

    TestBed.inject(IdleTimeout).stay();

    expect(secondsLeft()).toBeUndefined();
  });

  it('counts activity in another tab', async () => {
    jasmine.clock().tick(14 * MINUTE);
    const tab = new BroadcastChannel(storageKey(exampleSettings, 'idle'));
    await delivered(() => {
      tab.postMessage(Date.now());
    });
    tab.close();

    expect(secondsLeft()).toBeUndefined();
  });

  it('F46: counts activity in another tab after the clock has been set back', async () => {
    jasmine.clock().mockDate(new Date(start.getTime() - 300 * MINUTE));
    const tab = new BroadcastChannel(storageKey(exampleSettings, 'idle'));
    await delivered(() => {
      tab.postMessage(Date.now());
    });
    tab.close();
    jasmine.clock().tick(14 * MINUTE);

    expect(secondsLeft()).toBe(60);
  });

  it('broadcasts a sign-in here, which the other tabs do not see', async () => {
    const tab = new BroadcastChannel(storageKey(exampleSettings, 'idle'));
    const received = new Promise<unknown>((resolve) => {
      tab.onmessage = ({ data }) => {
        resolve(data);
      };
    });
    jasmine.clock().tick(5 * MINUTE);
    const oscar = { ...adele, homeAccountId: 'oscar.contoso' };
    storeSignInTime(oscar.homeAccountId, settings);
    TestBed.inject(SignedInAccounts).activate(oscar);
    TestBed.tick();

    expect(await received).toBe(start.getTime() + 5 * MINUTE);

    tab.close();
    clearAccountStorage(exampleSettings, oscar.homeAccountId);
  });

  it('signs out at the end in the leading tab', async () => {
    await lead();
    jasmine.clock().tick(15 * MINUTE);

    expect(signOutAll).toHaveBeenCalledWith('idle');
  });

  it('signs out at once after the computer slept past the timeout', async () => {
    await lead();
    jasmine.clock().mockDate(new Date(start.getTime() + 8 * 60 * MINUTE));
    document.dispatchEvent(new Event('visibilitychange'));

    expect(signOutAll).toHaveBeenCalledWith('idle');
  });

  it('signs out once, and checks the clock at most every second until that is done', async () => {
    signOutAll.and.callFake(() => {
      msal.startRedirect('sign out');
    });
    const now = spyOn(Date, 'now').and.callThrough();
    await lead();
    jasmine.clock().mockDate(new Date(start.getTime() + 15 * MINUTE + 300));
    document.dispatchEvent(new Event('visibilitychange'));
    now.calls.reset();
    jasmine.clock().tick(10_000);

    expect(signOutAll).toHaveBeenCalledTimes(1);
    expect(now.calls.count()).toBeLessThanOrEqual(11);
  });

  it('releases the leadership and ignores activity once nobody is signed in here', async () => {
    const available = () =>
      navigator.locks.request(
        storageKey(exampleSettings, 'idle'),
        { ifAvailable: true },
        (lock) => lock !== null,
      );

    expect(await available()).toBeFalse();

    jasmine.clock().tick(14 * MINUTE);
    msal.accounts = [];
    msal.active = null;
    TestBed.inject(SignedInAccounts).activate();
    TestBed.tick();

    expect(
      await navigator.locks.request(storageKey(exampleSettings, 'idle'), () => 'granted'),
    ).toBe('granted');
    expect(secondsLeft()).toBeUndefined();

    jasmine.clock().tick(MINUTE);

    expect(signOutAll).not.toHaveBeenCalled();
  });

  it('stores no activity while the person is being signed out', () => {
    clearAccountStorage(exampleSettings, adele.homeAccountId);
    msal.startRedirect('sign out');
    act();

    expect(Object.keys(sessionStorage).filter((key) => key.includes('active'))).toEqual([]);
  });

  it('ignores forged messages, which would keep the session for ever', async () => {
    const tab = new BroadcastChannel(storageKey(exampleSettings, 'idle'));
    await delivered(() => {
      for (const forged of [NaN, Infinity, '', null, undefined, {}, [1], { valueOf: 1 }])
        tab.postMessage(forged);
    });
    tab.close();
    jasmine.clock().tick(14 * MINUTE);

    expect(secondsLeft()).toBe(60);
  });

  it('ends this tab’s sessions on the leading tab’s message', async () => {
    const endLocalSession = spyOn(TestBed.inject(Session), 'endLocalSession').and.resolveTo();
    const tab = new BroadcastChannel(storageKey(exampleSettings, 'idle'));
    await delivered(() => {
      tab.postMessage('ended');
    });
    tab.close();

    expect(endLocalSession).toHaveBeenCalledWith('idle');
  });
});

/** Messages of one channel come in order: once the echo is there, so is what came before. */
function delivered(send: () => void): Promise<unknown> {
  const listener = new BroadcastChannel(storageKey(exampleSettings, 'idle'));
  const arrived = new Promise((resolve) => (listener.onmessage = resolve));
  send();
  return arrived.finally(() => {
    listener.close();
  });
}
