import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AppComponent } from './app.component';
import { SignedInAccounts } from './auth/accounts/signed-in-accounts';
import { type ExpiryState, SessionExpiry } from './auth/session/session-expiry';
import { adele, FakeMsal } from './auth/testing/fake-msal';
import { exampleSettings } from './settings/example-settings';
import { SETTINGS } from './settings/settings';

const betty = { ...adele, homeAccountId: 'betty', name: 'Betty' };

describe('AppComponent', () => {
  const expiry = signal<ExpiryState | undefined>(undefined);
  let msal: FakeMsal;
  let fixture: ComponentFixture<AppComponent>;

  beforeEach(async () => {
    expiry.set(undefined);
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        provideRouter([]),
        { provide: SessionExpiry, useValue: { state: expiry } },
      ],
    });
    fixture = TestBed.createComponent(AppComponent);
    await fixture.whenStable();
  });

  const page = () => fixture.nativeElement as HTMLElement;
  const header = () => page().querySelector('header') ?? document.body;
  const button = (name: string) =>
    [...header().querySelectorAll('button')].find(({ textContent }) => textContent.includes(name));
  const status = () =>
    [...page().querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join();

  it('offers to sign in', () => {
    const link = header().querySelector('a.button');

    expect(link?.textContent).toBe('Sign in');
    expect(link?.getAttribute('href')).toBe('/profile');
    expect(button('Sign out')).toBeUndefined();
  });

  it('S23: says who is signed in and lets them sign out', async () => {
    spyOn(window, 'fetch').and.resolveTo(new Response());
    signIn(adele);
    await fixture.whenStable();

    expect(button('Adele Vance')).toBeDefined();

    button('Sign out')?.click();
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect(msal.logoutRequests.length).toBe(1);
  });

  it('F38: takes no second click once the browser is about to leave', async () => {
    signIn(adele);
    msal.startRedirect('sign out');
    await fixture.whenStable();

    expect(button('Sign out')?.disabled).toBeTrue();
    expect(status()).toContain('Taking you to Microsoft Entra ID');
  });

  it('offers every other account that is signed in, and switches to it', async () => {
    signIn(adele, betty);
    await fixture.whenStable();
    button('Switch to Betty')?.click();
    await fixture.whenStable();

    expect(msal.active).toBe(betty);
    expect(button('Switch to Adele Vance')).toBeDefined();
  });

  it('offers to sign out of all accounts only when there are several', async () => {
    signIn(adele);
    await fixture.whenStable();

    expect(button('Sign out of all')).toBeUndefined();

    signIn(adele, betty);
    await fixture.whenStable();

    expect(button('Sign out of all')).toBeDefined();
  });

  it('shows the session expiry dialog only once the session is about to end', async () => {
    signIn(adele);
    await fixture.whenStable();

    expect(page().querySelector('app-session-expiry-dialog')).toBeNull();

    expiry.set('expires soon');
    await fixture.whenStable();

    expect(page().querySelector('app-session-expiry-dialog')).not.toBeNull();
  });

  it('F27: says that it is offline for as long as it is', async () => {
    window.dispatchEvent(new Event('offline'));
    await fixture.whenStable();

    expect(status()).toContain('You are offline');

    window.dispatchEvent(new Event('online'));
    await fixture.whenStable();

    expect(status()).not.toContain('You are offline');
  });

  function signIn(...accounts: (typeof adele)[]): void {
    msal.accounts = accounts;
    TestBed.inject(SignedInAccounts).activate(accounts[0]);
  }
});
