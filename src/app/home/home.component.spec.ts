import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { HomeComponent } from './home.component';

describe('HomeComponent', () => {
  async function show(options: { isLocalCloud?: boolean; signedIn?: boolean }) {
    const settings = { ...exampleSettings, isLocalCloud: options.isLocalCloud ?? false };
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: settings },
        new FakeMsal().provide(settings),
        provideRouter([]),
      ],
    });
    if (options.signedIn) TestBed.inject(SignedInAccounts).activate(adele);
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

  it('says when it runs against the local cloud', async () => {
    expect((await show({ isLocalCloud: true })).textContent).toContain('local cloud');
  });

  it('says nothing of a local cloud elsewhere', async () => {
    expect((await show({})).textContent).not.toContain('local cloud');
  });
});
