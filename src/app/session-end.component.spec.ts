import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from './auth/session';
import { SessionEnd, type SessionStage } from './auth/session-end';
import { provideAuthTesting } from './auth/testing/provide-auth-testing';
import { SessionEndComponent } from './session-end.component';

describe('SessionEndComponent', () => {
  const stage = signal<SessionStage | undefined>(undefined);

  async function open(at: SessionStage | undefined) {
    stage.set(at);
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting(),
        provideRouter([]),
        { provide: SessionEnd, useValue: { stage } },
      ],
    });
    const fixture = TestBed.createComponent(SessionEndComponent);
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

  it('is put off until the next stage', async () => {
    const { fixture, isOpen, press } = await open('expires soon');
    await press('Not now');

    expect(isOpen()).toBeFalse();

    stage.set('expired');
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
