import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { BrowserAuthError, EventType, InteractionType } from '@azure/msal-browser';
import { SETTINGS } from '../../settings/settings';
import { exampleSettings } from '../../settings/example-settings';
import { Session } from './session';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { adele, FakeMsal } from '../testing/fake-msal';

const betty = {
  ...adele,
  homeAccountId: 'betty',
  username: 'betty@contoso.example',
  name: 'Betty',
};
const inProgress = new BrowserAuthError('interaction_in_progress', 'c0');

describe('Session', () => {
  let msal: FakeMsal;
  let session: Session;

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }, msal.provide(exampleSettings)],
    });
    session = TestBed.inject(Session);
  });

  it('begins with nobody signed in', () => {
    TestBed.inject(SignedInAccounts).activate();

    expect(session.isSignedIn()).toBeFalse();
    expect(session.account()).toBeUndefined();
  });

  it('activates the account of a sign-in', () => {
    msal.accounts = [adele, betty];
    TestBed.inject(SignedInAccounts).activate(betty);

    expect(session.account()).toEqual({
      id: 'betty',
      name: 'Betty',
      username: 'betty@contoso.example',
      tenantId: 'contoso',
      roles: [],
      claims: { ...betty.idTokenClaims },
    });
    expect(session.otherAccounts().map(({ id }) => id)).toEqual(['adele.contoso']);
    expect(msal.active).toBe(betty);
  });

  it('continues with the account that was active before a reload', () => {
    msal.accounts = [adele, betty];
    msal.active = betty;
    TestBed.inject(SignedInAccounts).activate();

    expect(session.account()?.id).toBe('betty');
  });

  it('activates a single stored account, so that none is guessed later', () => {
    msal.accounts = [adele];
    TestBed.inject(SignedInAccounts).activate();

    expect(msal.active).toBe(adele);
  });

  it('uses the username of a person without a name', () => {
    TestBed.inject(SignedInAccounts).activate({ ...adele, name: undefined } as never);

    expect(session.account()?.name).toBe('adele@contoso.example');
  });

  it('signs in with the scopes of the settings and the return URL', async () => {
    session.signIn('/profile?x=1');

    expect(await first(msal.loginRequests)).toEqual({
      scopes: ['User.Read'],
      state: '/profile?x=1',
    });
  });

  it('stores why a sign-in could not start, and its return URL', async () => {
    const navigate = spyOn(TestBed.inject(Router), 'navigateByUrl').and.resolveTo(true);
    msal.redirectStart = Promise.reject(inProgress);
    session.signIn('/profile?x=1');
    await settled();

    expect(navigate).toHaveBeenCalledOnceWith('/sign-in-failed');

    expect(session.failure()?.error).toEqual(
      jasmine.objectContaining({ errorCode: 'interaction_in_progress' }),
    );
    expect(session.failure()?.returnUrl).toBe('/profile?x=1');
  });

  it('stores why a sign-in begun by the guard failed, which the guard itself swallows', () => {
    msal.emit({
      eventType: EventType.ACQUIRE_TOKEN_FAILURE,
      interactionType: InteractionType.Redirect,
      error: inProgress,
    });

    expect(session.failure()?.error).toEqual(
      jasmine.objectContaining({ errorCode: 'interaction_in_progress' }),
    );
  });

  it('stores the URL of a guarded page whose sign-in could not start', async () => {
    const router = TestBed.inject(Router);
    let whileGuarded: string | undefined;
    const fails = () => {
      msal.emit({
        eventType: EventType.ACQUIRE_TOKEN_FAILURE,
        interactionType: InteractionType.Redirect,
        error: inProgress,
      });
      whileGuarded = session.failure()?.returnUrl;
      return false;
    };
    router.resetConfig([{ path: 'profile', canActivate: [fails], children: [] }]);
    await router.navigateByUrl('/profile?x=1#y');

    expect(whileGuarded).toBe('/profile?x=1#y');
  });

  it('does not report a failed silent renewal as a failed sign-in', () => {
    msal.emit({
      eventType: EventType.ACQUIRE_TOKEN_FAILURE,
      interactionType: InteractionType.Silent,
      error: inProgress,
    });

    expect(session.failure()).toBeUndefined();
  });

  it('F44: switches to another account that is signed in', () => {
    msal.accounts = [adele, betty];
    TestBed.inject(SignedInAccounts).activate(adele);
    session.switchTo({ id: 'betty', name: '', username: '', tenantId: '', roles: [], claims: {} });

    expect(session.account()?.id).toBe('betty');
    expect(msal.active).toBe(betty);
  });

  it('F30: signs the same person in again, with the scopes and claims of a call', async () => {
    msal.accounts = [adele];
    TestBed.inject(SignedInAccounts).activate();
    session.signInAgain('/profile', {
      scopes: ['api://orders/Read'],
      claims: '{"access_token":{}}',
    });

    expect(await first(msal.loginRequests)).toEqual(
      jasmine.objectContaining({
        account: adele,
        scopes: ['api://orders/Read'],
        claims: '{"access_token":{}}',
      }),
    );
  });

  it('F42: ignores another tab’s account switch while this one has a response to redeem', () => {
    const reload = jasmine.createSpy();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        { provide: DOCUMENT, useValue: documentWith({ reload }) },
      ],
    });
    session = TestBed.inject(Session);
    chooseInAnotherTab('betty');

    expect(reload).not.toHaveBeenCalled();

    TestBed.inject(SignedInAccounts).activate();
    chooseInAnotherTab('betty');

    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('shows Entra ID’s account picker to add an account', async () => {
    session.addAccount('/profile');

    expect(await first(msal.loginRequests)).toEqual(
      jasmine.objectContaining({ prompt: 'select_account', state: '/profile' }),
    );
  });

  it('reports when the browser is about to redirect', () => {
    const interaction = { interactionType: InteractionType.Redirect };
    msal.emit({ eventType: EventType.HANDLE_REDIRECT_START, ...interaction });

    expect(session.isRedirecting()).toBeFalse();

    msal.emit({ eventType: EventType.HANDLE_REDIRECT_END, ...interaction });
    msal.emit({ eventType: EventType.ACQUIRE_TOKEN_START, ...interaction });

    expect(session.isRedirecting()).toBeTrue();
  });
});

/** MSAL is called after its initialization, a promise later. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function first(requests: unknown[]): Promise<unknown> {
  await settled();
  return requests[0];
}

/** Dispatches the event of a change to localStorage in another tab. */
function chooseInAnotherTab(homeAccountId: string): void {
  const key = `msal.${exampleSettings.clientId}.active-account-filters`;
  const newValue = JSON.stringify({ homeAccountId });
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
}

/** The browser's own document, but for its location, which nobody can replace. */
function documentWith(location: Partial<Location>): Document {
  return new Proxy(document, {
    get: (target, key) => {
      const value: unknown = key === 'location' ? location : Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
