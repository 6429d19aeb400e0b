import { TestBed } from '@angular/core/testing';
import { BrowserAuthError, EventType, InteractionRequiredAuthError } from '@azure/msal-browser';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { AuthEvents } from '../session/auth-events';
import { Interaction } from '../sign-in/interaction';
import { Popup } from '../sign-in/popup';
import { PopupSignIn } from './popup-sign-in';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { Session } from '../session/session';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { adele, FakeMsal, signedInAsAdele, signedInWithForeignToken } from '../testing/fake-msal';
import { TokenProvider } from '../tokens/token-provider';

const stepUp = new InteractionRequiredAuthError('interaction_required', 'c0');
const blocked = () => Promise.reject(new BrowserAuthError('popup_window_error', 'c0'));

describe('PopupSignIn', () => {
  const settings = { ...exampleSettings, interaction: 'popup' as const };
  let msal: FakeMsal;

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Popup, useClass: PopupSignIn },
        msal.provide(settings),
      ],
    });
  });

  // What the app leaves for of its own accord is counted in the tab, for the next spec too.
  afterEach(clearRedirects);

  const interaction = () => TestBed.inject(Interaction);
  const session = () => TestBed.inject(Session);
  const acquire = (options = {}) =>
    lastValueFrom(
      TestBed.inject(TokenProvider).acquire({ account: adele, scopes: ['User.Read'], ...options }),
    );

  it('comes back to the bridge page, and acts for who signed in', async () => {
    await expectAsync(interaction().signIn('/profile')).toBeResolvedTo('signed in');

    expect(msal.popupRequests).toEqual([
      jasmine.objectContaining({
        redirectUri: settings.silentRedirectUri,
        overrideInteractionInProgress: true,
      }),
    ]);
    expect(msal.active).toBe(adele);
    expect(interaction().isRedirecting()).toBeFalse();

    const told = await firstValueFrom(TestBed.inject(AuthEvents).events$);

    expect(told.type).toBe('signed-in');
  });

  it('lets nobody in whose ID token does not hold', async () => {
    msal.popupResult = () => Promise.resolve(signedInWithForeignToken);

    await expectAsync(interaction().signIn('/profile')).toBeRejected();
    expect(msal.active).toBeNull();
  });

  it('opens no second window while one is open', async () => {
    msal.popupResult = () => new Promise(() => undefined);
    void interaction().signIn('/profile');

    expect(interaction().isRedirecting()).toBeTrue();
    await expectAsync(interaction().signIn('/profile')).toBeResolvedTo('already redirecting');
  });

  it('has a call that comes meanwhile wait for the window, and then goes on', async () => {
    msal.accounts = [adele];
    msal.active = adele;
    let answer = (): void => undefined;
    msal.popupResult = () =>
      new Promise((resolve) => {
        answer = () => {
          resolve(signedInAsAdele);
        };
      });
    void interaction().signIn('/profile');
    const acquired = acquire();
    await new Promise((resolve) => setTimeout(resolve));

    expect(msal.silentRequests).toEqual([]);

    answer();

    await expectAsync(acquired).toBeResolved();
    expect(msal.silentRequests.length).toBe(1);
  });

  it('F28: opens no window without a network', async () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);

    await expectAsync(interaction().signIn('/profile')).toBeRejectedWith(
      jasmine.objectContaining({ errorCode: 'no_network_connectivity' }),
    );
    expect(msal.popupRequests).toEqual([]);
  });

  it('has a call wait, too, for a window that has closed itself and whose code is being redeemed', async () => {
    jasmine.clock().install();
    msal.active = adele;
    const popupWindow = { closed: false };
    const redeemed = Promise.withResolvers<typeof signedInAsAdele>();
    msal.popupResult = () => {
      msal.emit({ eventType: EventType.POPUP_OPENED, payload: { popupWindow } as never });
      return redeemed.promise;
    };
    void interaction().signIn('/profile');
    popupWindow.closed = true;
    jasmine.clock().tick(300);
    jasmine.clock().uninstall();
    const acquired = acquire();
    redeemed.resolve(signedInAsAdele);

    await expectAsync(acquired).toBeResolved();
    expect(msal.popupRequests.length).toBe(1);
  });

  it('F14: counts no window that was blocked as one of a loop', async () => {
    msal.popupResult = blocked;
    const outcomes = [];
    for (let time = 0; time < 3; time += 1)
      outcomes.push(await interaction().requireInteraction({}));

    expect(outcomes).toEqual(['blocked', 'blocked', 'blocked']);
  });

  it('goes by redirect where that is asked for', async () => {
    await expectAsync(interaction().signIn('/profile', {}, 'redirect')).toBeResolvedTo(
      'redirecting',
    );

    expect(msal.loginRequests.length).toBe(1);
    expect(msal.popupRequests).toEqual([]);
  });

  it('gives up a window that was closed only where somebody waits, and after a while', async () => {
    jasmine.clock().install();
    const popupWindow = { closed: false };
    msal.popupResult = () => {
      msal.emit({ eventType: EventType.POPUP_OPENED, payload: { popupWindow } as never });
      return new Promise(() => undefined);
    };
    const renewal = interaction().requireInteraction({});
    await Promise.resolve();
    await Promise.resolve();
    popupWindow.closed = true;
    jasmine.clock().tick(300);

    expect(interaction().isRedirecting()).toBeFalse();

    jasmine.clock().tick(5_000);
    jasmine.clock().uninstall();

    await expectAsync(renewal).toBeResolvedTo('closed');
  });

  it('a call that waits for a window the person opened, and closes, is told so', async () => {
    jasmine.clock().install();
    msal.active = adele;
    const popupWindow = { closed: false };
    msal.popupResult = () => {
      msal.emit({ eventType: EventType.POPUP_OPENED, payload: { popupWindow } as never });
      return new Promise(() => undefined);
    };
    void interaction().signIn('/profile');
    const acquired = acquire();
    await Promise.resolve();
    await Promise.resolve();
    popupWindow.closed = true;
    jasmine.clock().tick(300);
    jasmine.clock().tick(5_000);
    jasmine.clock().uninstall();

    await expectAsync(acquired).toBeRejectedWith(
      jasmine.objectContaining({ kind: 'interaction_required' }),
    );
  });

  it('a call is told that the person has to act, and what to ask for, when the window did not open', async () => {
    msal.accounts = [adele];
    TestBed.inject(SignedInAccounts).activate();
    msal.silentResult = () => Promise.reject(stepUp);
    msal.popupResult = blocked;

    await expectAsync(acquire({ claims: '{}' })).toBeRejectedWith(
      jasmine.objectContaining({
        kind: 'interaction_required',
        request: { scopes: ['User.Read'], claims: '{}' },
      }),
    );
  });

  it('F44: a call does not go on for another account that has signed in by the window', async () => {
    msal.accounts = [adele];
    TestBed.inject(SignedInAccounts).activate();
    msal.popupResult = () =>
      Promise.resolve({ ...signedInAsAdele, account: { ...adele, homeAccountId: 'oscar' } });
    void interaction().signIn('/profile');

    await expectAsync(acquire()).toBeRejectedWith(
      jasmine.objectContaining({ kind: 'account_changed' }),
    );
    expect(msal.silentRequests).toEqual([]);
  });

  it('a call goes on once the window has brought a sign-in', async () => {
    msal.accounts = [adele];
    TestBed.inject(SignedInAccounts).activate();
    msal.silentResult = () => Promise.reject(stepUp);

    await expectAsync(acquire()).toBeResolved();
  });

  it('the session keeps a sign-in whose window was blocked, to go on in this window', async () => {
    msal.popupResult = blocked;
    session().signIn('/profile?x=1');
    await new Promise((resolve) => setTimeout(resolve));

    expect(session().blockedSignIn()).toEqual({ returnUrl: '/profile?x=1', options: {} });
    expect(session().failure()).toBeUndefined();
  });
});
