import { storageKey } from '../accounts/account-storage';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { BrowserAuthError } from '@azure/msal-browser';
import { firstValueFrom } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { exampleSettings } from '../../settings/example-settings';
import { AuthEvents } from './auth-events';
import { accountStorageKey } from '../accounts/account-storage';
import { Session } from './session';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { setSignOutMarker } from '../accounts/sign-out-marker';
import { storeSignInTime } from '../accounts/sign-in-time';
import { consumeNotice } from '../accounts/sign-out-notice';
import { adele, FakeMsal } from '../testing/fake-msal';

const betty = { ...adele, homeAccountId: 'betty', name: 'Betty' };
const STATUS = 'msal.interaction.status';

describe('Session, signing out', () => {
  let msal: FakeMsal;
  let session: Session;

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }, msal.provide(exampleSettings)],
    });
    session = TestBed.inject(Session);
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  const draft = ({ homeAccountId }: typeof adele) =>
    accountStorageKey(exampleSettings, homeAccountId, 'draft.x');

  function signIn(...accounts: (typeof adele)[]): void {
    msal.accounts = accounts;
    for (const { homeAccountId } of accounts) storeSignInTime(homeAccountId, exampleSettings);
    for (const account of accounts) sessionStorage.setItem(draft(account), 'text');
    TestBed.inject(SignedInAccounts).activate(accounts[0]);
  }

  it('names the account, so that MSAL informs other tabs and Entra shows no account picker', async () => {
    reachable();
    signIn(adele);
    await session.signOut();

    expect(msal.logoutRequests).toEqual([{ account: adele }]);
  });

  it('signs out of every account on request', async () => {
    reachable();
    signIn(adele, betty);
    await session.signOutAll();

    expect(msal.logoutRequests).toEqual([{ account: null }]);
  });

  it('S22: signs out here, with a notice, when Entra ID is unreachable', async () => {
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
    signIn(adele);
    await session.signOut();

    expect(msal.logoutRequests).toEqual([]);
    expect(msal.accounts).toEqual([]);
    expect(session.isSignedIn()).toBeFalse();
    expect(session.notice()).toBe('local-only');
  });

  it('S21: signs out when another tab does, with a notice', async () => {
    signIn(adele);
    await signOutInAnotherTab(adele);

    expect(session.isSignedIn()).toBeFalse();
    expect(session.notice()).toBe('other-tab');
  });

  it('S21: removes an inactive account, too, when another tab signs that out', async () => {
    signIn(adele, betty);
    await signOutInAnotherTab(betty);

    expect(msal.accounts).toEqual([adele]);
    expect(session.otherAccounts()).toEqual([]);
    expect(sessionStorage.getItem(draft(betty))).toBeNull();
    expect(session.account()?.id).toBe('adele.contoso');
    expect(session.notice()).toBeUndefined();
  });

  for (const code of ['interaction_in_progress', 'timed_out']) {
    it(`S22: signs out here when MSAL cannot redirect: ${code}`, async () => {
      reachable();
      const navigate = spyOn(TestBed.inject(Router), 'navigateByUrl').and.resolveTo(true);
      signIn(adele);
      msal.redirectStart = Promise.reject(new BrowserAuthError(code, 'c0'));
      await session.signOutAll('idle');

      expect(msal.accounts).toEqual([]);
      expect(session.isSignedIn()).toBeFalse();
      expect(session.notice()).toBe('local-only');
      expect(session.failure()).toBeUndefined();
      expect(consumeNotice(exampleSettings)).toBeUndefined();
      expect(navigate).toHaveBeenCalledOnceWith('/');
    });
  }

  it('redirects though MSAL waits for a popup, and leaves no interaction in progress when it cannot', async () => {
    reachable();
    signIn(adele);
    sessionStorage.setItem(STATUS, '{}');
    msal.redirectStart = new Promise((_resolve, reject) => {
      setTimeout(() => {
        expect(sessionStorage.getItem(STATUS)).toBeNull();

        sessionStorage.setItem(STATUS, '{}');
        reject(new BrowserAuthError('timed_out', 'c0'));
      });
    });
    await session.signOut();

    expect(sessionStorage.getItem(STATUS)).toBeNull();
  });

  it('S20: clears the account though another tab has cleared MSAL’s storage', async () => {
    signIn(adele);
    msal.accounts = [];
    await signOutInAnotherTab(adele);

    // A pending token request would store it again: see MsalClient.
    expect(msal.clearRequests).toEqual([{ account: adele }]);
  });

  it('S21: ends the session here before Entra ID responds: the person may close the tab', async () => {
    spyOn(window, 'fetch').and.returnValue(new Promise(() => undefined));
    signIn(adele);
    void session.signOut();
    await new Promise((resolve) => setTimeout(resolve));

    expect(msal.accounts).toEqual([]);
    expect(msal.logoutRequests).toEqual([]);
    expect(sessionStorage.getItem(draft(adele))).toBeNull();
    expect(document.cookie).toContain('app.out.');
    expect(session.isSigningOut()).toBeTrue();
  });

  it('F38: is redirecting while it checks that Entra ID is reachable, and ignores a second click', async () => {
    const answer = Promise.withResolvers<Response>();
    const fetch = spyOn(window, 'fetch').and.returnValue(answer.promise);
    signIn(adele);
    const ended = [session.signOut(), session.signOut()];

    expect(session.isRedirecting()).toBeTrue();

    answer.resolve(new Response());
    await Promise.all(ended);

    expect(fetch).toHaveBeenCalledTimes(1);
    expect(msal.logoutRequests.length).toBe(1);
  });

  it('clears everything personal though another tab clears MSAL’s storage meanwhile', async () => {
    signIn(adele, betty);
    spyOn(window, 'fetch').and.callFake(() => {
      msal.accounts = [];
      return Promise.resolve(new Response());
    });
    await session.signOutAll('idle');

    expect(sessionStorage.getItem(draft(adele))).toBeNull();
    expect(sessionStorage.getItem(draft(betty))).toBeNull();
  });

  it('clears the storage of every account when another tab ends every session', async () => {
    signIn(adele, betty);
    await session.endLocalSession('idle');

    expect(session.isSignedIn()).toBeFalse();
    expect(session.notice()).toBe('idle');
    expect(sessionStorage.getItem(draft(adele))).toBeNull();
    expect(sessionStorage.getItem(draft(betty))).toBeNull();
  });

  describe('in another tab while this one was closed', () => {
    beforeEach(() => {
      jasmine.clock().install().mockDate(new Date('2026-11-22T08:00:00Z'));
    });

    afterEach(() => {
      jasmine.clock().uninstall();
    });

    it('ends the session at the next page load, with a notice', async () => {
      signIn(adele);
      jasmine.clock().mockDate(new Date('2026-11-22T09:00:00Z'));
      await setSignOutMarker(exampleSettings, adele.homeAccountId);

      expect(await session.applyMissedSignOuts()).toBeTrue();
      expect(session.isSignedIn()).toBeFalse();
      expect(msal.accounts).toEqual([]);
      expect(session.notice()).toBe('other-tab');
      expect(await firstValueFrom(TestBed.inject(AuthEvents).events$)).toEqual(
        jasmine.objectContaining({ type: 'signed-out', reason: 'other-tab' }),
      );
    });

    it('removes an inactive account without a notice', async () => {
      signIn(adele, betty);
      jasmine.clock().mockDate(new Date('2026-11-22T09:00:00Z'));
      await setSignOutMarker(exampleSettings, betty.homeAccountId);

      expect(await session.applyMissedSignOuts()).toBeFalse();
      expect(msal.accounts).toEqual([adele]);
      expect(session.otherAccounts()).toEqual([]);
      expect(session.notice()).toBeUndefined();
    });

    it('ignores accounts that have signed in since, and other accounts', async () => {
      await setSignOutMarker(exampleSettings, adele.homeAccountId);
      jasmine.clock().mockDate(new Date('2026-11-22T09:00:00Z'));
      signIn(adele, betty);

      expect(await session.applyMissedSignOuts()).toBeFalse();
      expect(msal.accounts).toEqual([adele, betty]);
      expect(session.notice()).toBeUndefined();
    });
  });
});

const reachable = () => spyOn(window, 'fetch').and.resolveTo(new Response());

/** Messages of one channel come in order: once the echo is there, so is what came before. */
async function signOutInAnotherTab({ homeAccountId }: typeof adele): Promise<void> {
  const tab = new BroadcastChannel(storageKey(exampleSettings, 'signed-out'));
  tab.postMessage(homeAccountId);
  await new Promise((resolve) => {
    tab.onmessage = resolve;
    const echo = new BroadcastChannel(storageKey(exampleSettings, 'signed-out'));
    echo.postMessage('somebody.else');
    echo.close();
  });
  tab.close();
  await new Promise((resolve) => setTimeout(resolve));
}
