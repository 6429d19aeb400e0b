import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { Session } from '../auth/session/session';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { type Settings, SETTINGS } from '../settings/settings';
import { HomeComponent } from './home.component';

describe('HomeComponent', () => {
  async function show({ signedIn, ...options }: Partial<Settings> & { signedIn?: boolean }) {
    const settings = { ...exampleSettings, ...options };
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: settings },
        new FakeMsal().provide(settings),
        provideRouter([]),
      ],
    });
    if (signedIn) TestBed.inject(SignedInAccounts).activate(adele);
    const fixture = TestBed.createComponent(HomeComponent);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  const action = (page: HTMLElement) => page.querySelector('a.button');

  it('signs in by a link to the profile', async () => {
    const link = action(await show({}));

    expect(link?.textContent).toBe('Sign in');
    expect(link?.getAttribute('href')).toBe('/profile');
  });

  it('leads a person who is signed in to their profile, and says who they are', async () => {
    const page = await show({ signedIn: true });

    expect(action(page)?.textContent).toBe('Open your profile');
    expect(page.querySelector('h1')?.textContent.trim()).toBe('Good to see you, Adele Vance');
  });

  it('offers to create an account where the settings say so, to somebody without one', async () => {
    const button = (page: HTMLElement) => page.querySelector('button');
    const signIn = spyOn(Session.prototype, 'signIn');

    expect(button(await show({}))).toBeNull();
    TestBed.resetTestingModule();
    expect(button(await show({ signUp: true, signedIn: true }))).toBeNull();
    TestBed.resetTestingModule();
    button(await show({ signUp: true }))?.click();
    expect(signIn).toHaveBeenCalledOnceWith('/profile', { prompt: 'create' });
  });

  it('says when it runs against the local cloud', async () => {
    expect((await show({ isLocalCloud: true })).textContent).toContain('local cloud');
  });

  it('says nothing of a local cloud elsewhere', async () => {
    expect((await show({})).textContent).not.toContain('local cloud');
  });
});
