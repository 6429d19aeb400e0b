import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AppComponent } from './app.component';
import { Session } from './auth/session';
import { adele, FakeMsal } from './auth/testing/fake-msal';
import { exampleSettings } from './settings/example-settings';
import { SETTINGS } from './settings/settings';

describe('AppComponent', () => {
  let msal: FakeMsal;
  let fixture: ComponentFixture<AppComponent>;

  beforeEach(async () => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        provideRouter([]),
      ],
    });
    fixture = TestBed.createComponent(AppComponent);
    await fixture.whenStable();
  });

  const header = () =>
    (fixture.nativeElement as HTMLElement).querySelector('header') ?? document.body;
  const button = () => header().querySelector('button');

  it('offers to sign in', () => {
    const link = header().querySelector('a.button');

    expect(link?.textContent).toBe('Sign in');
    expect(link?.getAttribute('href')).toBe('/profile');
    expect(button()).toBeNull();
  });

  it('S23: says who is signed in and lets them sign out', async () => {
    TestBed.inject(Session).resume(adele);
    await fixture.whenStable();

    expect(header().textContent).toContain('Adele Vance');

    button()?.click();
    await fixture.whenStable();

    expect(msal.logoutRequests.length).toBe(1);
  });

  it('F38: takes no second click once the browser is about to leave', async () => {
    TestBed.inject(Session).resume(adele);
    msal.leave('sign out');
    await fixture.whenStable();

    expect(button()?.disabled).toBeTrue();
    expect(
      (fixture.nativeElement as HTMLElement).querySelector('[role=status]')?.textContent,
    ).toContain('Taking you to Microsoft Entra ID');
  });
});
