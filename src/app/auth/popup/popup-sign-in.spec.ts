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

  // Automatic redirects are counted in the tab, for the next spec too.
  afterEach(() => {
    clearRedirects(exampleSettings);
  });

  const interaction = () => TestBed.inject(Interaction);
  const session = () => TestBed.inject(Session);
  const acquire = (options = {}) =>
    lastValueFrom(
      TestBed.inject(TokenProvider).acquire({ account: adele, scopes: ['User.Read'], ...options }),
    );

  it('returns to the bridge page, and activates the account that signed in', async () => {
    await expectAsync(interaction().signIn('/profile')).toBeResolvedTo('signed in');

    expect(msal.popupRequests).toEqual([
      jasmine.objectContaining({
        redirectUri: settings.silentRedirectUri,
        overrideInteractionInProgress: true,
      }),
    ]);
    expect(msal.active).toBe(adele);
    expect(interaction().isRedirecting()).toBeFalse();

    const event = await firstValueFrom(TestBed.inject(AuthEvents).events$);

    expect(event.type).toBe('signed-in');
  });

  it('rejects an ID token that is not valid', async () => {
    msal.popupResult = () => Promise.resolve(signedInWithForeignToken);

    await expectAsync(interaction().signIn('/profile')).toBeRejected();
    expect(msal.active).toBeNull();
  });

  it('opens no second popup while one is open', async () => {
    msal.popupResult = () => new Promise(() => undefined);
    void interaction().signIn('/profile');

    expect(interaction().isRedirecting()).toBeTrue();
    await expectAsync(interaction().signIn('/profile')).toBeResolvedTo('already redirecting');
  });

  it('lets a call wait for the open popup, and then sends it', async () => {
    msal.accounts = [adele];
    msal.active = adele;
    let respond = (): void => undefined;
    msal.popupResult = () =>
      new Promise((resolve) => {
        respond = () => {
          resolve(signedInAsAdele);
        };
      });
    void interaction().signIn('/profile');
    const acquired = acquire();
    await new Promise((resolve) => setTimeout(resolve));

    expect(msal.silentRequests).toEqual([]);

    respond();

    await expectAsync(acquired).toBeResolved();
    expect(msal.silentRequests.length).toBe(1);
  });

  it('F28: opens no popup without a network', async () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);

    await expectAsync(interaction().signIn('/profile')).toBeRejectedWith(
      jasmine.objectContaining({ errorCode: 'no_network_connectivity' }),
    );
    expect(msal.popupRequests).toEqual([]);
  });

  it('lets a call wait while the code of a closed popup is redeemed', async () => {
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

  it('F14: does not count a blocked popup as part of a redirect loop', async () => {
    msal.popupResult = blocked;
    const outcomes = [];
    for (let time = 0; time < 3; time += 1)
      outcomes.push(await interaction().requireInteraction({}));

    expect(outcomes).toEqual(['blocked', 'blocked', 'blocked']);
  });

  it('redirects when the caller requests it', async () => {
    await expectAsync(interaction().signIn('/profile', {}, 'redirect')).toBeResolvedTo(
      'redirecting',
    );

    expect(msal.loginRequests.length).toBe(1);
    expect(msal.popupRequests).toEqual([]);
  });

  it('stops waiting some seconds after the popup has closed, only where a call waits', async () => {
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

  it('rejects a call that waits for a popup the person opened and closes', async () => {
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

  it('rejects a call with its token request when the popup did not open', async () => {
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

  it('F44: does not send a call when another account has signed in by popup', async () => {
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

  it('sends a call after a sign-in by popup', async () => {
    msal.accounts = [adele];
    TestBed.inject(SignedInAccounts).activate();
    msal.silentResult = () => Promise.reject(stepUp);

    await expectAsync(acquire()).toBeResolved();
  });

  it('stores a sign-in whose popup was blocked, to continue by redirect', async () => {
    msal.popupResult = blocked;
    session().signIn('/profile?x=1');
    await new Promise((resolve) => setTimeout(resolve));

    expect(session().blockedSignIn()).toEqual({ returnUrl: '/profile?x=1', options: {} });
    expect(session().failure()).toBeUndefined();
  });
});
