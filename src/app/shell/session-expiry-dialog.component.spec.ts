import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../auth/session/session';
import { SessionExpiry, type ExpiryState } from '../auth/session/session-expiry';
import { provideAuthTesting } from '../auth/testing/provide-auth-testing';
import { SessionExpiryDialogComponent } from './session-expiry-dialog.component';

describe('SessionExpiryDialogComponent', () => {
  const state = signal<ExpiryState | undefined>(undefined);

  async function open(at: ExpiryState | undefined) {
    state.set(at);
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting(),
        provideRouter([]),
        { provide: SessionExpiry, useValue: { state } },
      ],
    });
    const fixture = TestBed.createComponent(SessionExpiryDialogComponent);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    return {
      fixture,
      isOpen: () => root.querySelector('dialog')?.open,
      press: async (name: string) => {
        [...root.querySelectorAll('button')].find((b) => b.textContent === name)?.click();
        await fixture.whenStable();
      },
    };
  }

  it('says nothing while there is time', async () => {
    const { isOpen } = await open(undefined);

    expect(isOpen()).toBeFalse();
  });

  it('is dismissed until the next state', async () => {
    const { fixture, isOpen, press } = await open('expires soon');
    await press('Not now');

    expect(isOpen()).toBeFalse();

    state.set('expired');
    await fixture.whenStable();

    expect(isOpen()).toBeTrue();
  });

  it('signs in again to the page the person is on', async () => {
    const { press } = await open('expired');
    const again = spyOn(TestBed.inject(Session), 'signInAgain');
    await press('Sign in again');

    expect(again).toHaveBeenCalledOnceWith('/');
  });
});
