import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../auth/session/session';
import { consentDeclined, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { SignInFailedComponent } from './sign-in-failed.component';

describe('SignInFailedComponent', () => {
  async function show(error?: unknown): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        new FakeMsal().provide(exampleSettings),
        provideRouter([]),
      ],
    });
    if (error) TestBed.inject(Session).fail(error, '/profile?x=1');
    const fixture = TestBed.createComponent(SignInFailedComponent);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('F11: says what happened, with code and correlation ID', async () => {
    const page = await show(consentDeclined);

    expect(page.querySelector('[role=alert] h1')?.textContent).toBe('Permission was declined');
    expect(page.textContent).toContain('access_denied (AADSTS65004)');
    expect(page.textContent).toContain('c0');
  });

  it('tries again by loading the requested page', async () => {
    const page = await show(consentDeclined);
    const link = page.querySelector<HTMLAnchorElement>('a.button');

    expect(link?.textContent).toBe('Try again');
    expect(link?.getAttribute('href')).toBe('/profile?x=1');
  });

  it('F27: offline, it does not leave for the browser’s error page, and goes on when there is a network', async () => {
    const page = await show(consentDeclined);
    spyOnProperty(navigator, 'onLine').and.returnValue(false);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    page.querySelector('a.button')?.dispatchEvent(click);
    await new Promise((resolve) => setTimeout(resolve));

    expect(click.defaultPrevented).toBeTrue();
    expect(page.querySelector('[role=status]')?.textContent).toContain('You are offline');
  });

  it('claims no failure when none has happened', async () => {
    expect((await show()).querySelector('[role=alert]')).toBeNull();
  });
});
