import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { MsalService } from '@azure/msal-angular';
import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { storageKey } from '../accounts/account-storage';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { Session } from '../session/session';
import { adele, FakeMsal, signedInAsAdele, signedInWithForeignToken } from '../testing/fake-msal';
import { signInSilently } from './sign-in-silently';

describe('signInSilently', () => {
  const here = location.href;
  let ssoSilent: jasmine.Spy;

  beforeEach(() => {
    sessionStorage.removeItem(storageKey(exampleSettings, 'silent'));
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        new FakeMsal().provide(exampleSettings),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });
    ssoSilent = jasmine.createSpy('ssoSilent').and.resolveTo(signedInAsAdele);
    Object.assign(TestBed.inject(MsalService).instance, { ssoSilent });
  });

  afterEach(() => {
    history.replaceState(null, '', here);
  });

  async function start(): Promise<Session> {
    await TestBed.inject(Router).navigateByUrl('/');
    await TestBed.runInInjectionContext(signInSilently);
    return TestBed.inject(Session);
  }

  it('signs in with the session of the provider, by the bridge page', async () => {
    expect((await start()).account()?.name).toBe('Adele Vance');
    expect(ssoSilent).toHaveBeenCalledOnceWith({
      scopes: ['User.Read'],
      redirectUri: exampleSettings.silentRedirectUri,
    });
  });

  it('passes on whom the link to the app names', async () => {
    history.replaceState(null, '', '/?login_hint=adele@contoso.example&sid=s1&domain_hint=contoso');
    await TestBed.runInInjectionContext(async () => {
      const silent = signInSilently();
      await TestBed.inject(Router).navigateByUrl('/');
      await silent;
    });

    expect(ssoSilent).toHaveBeenCalledOnceWith(
      jasmine.objectContaining({
        loginHint: 'adele@contoso.example',
        sid: 's1',
        domainHint: 'contoso',
      }),
    );
  });

  it('leaves everything as it is on a failure, and does not try again in this tab', async () => {
    ssoSilent.and.rejectWith(new InteractionRequiredAuthError('login_required', 'c0'));
    const session = await start();
    await start();

    expect(session.isSignedIn()).toBeFalse();
    expect(session.failure()).toBeUndefined();
    expect(ssoSilent).toHaveBeenCalledTimes(1);
  });

  it('S6: refuses a token for another app', async () => {
    ssoSilent.and.resolveTo(signedInWithForeignToken);

    expect((await start()).isSignedIn()).toBeFalse();
  });

  it('asks for nothing when somebody is signed in', async () => {
    TestBed.inject(SignedInAccounts).activate(adele);
    await start();

    expect(ssoSilent).not.toHaveBeenCalled();
  });
});
