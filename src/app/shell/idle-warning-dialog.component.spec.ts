import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { IdleTimeout } from '../auth/idle/idle-timeout';
import { provideAuthTesting } from '../auth/testing/provide-auth-testing';
import { IdleWarningDialogComponent } from './idle-warning-dialog.component';

describe('IdleWarningDialogComponent', () => {
  const secondsLeft = signal<number | undefined>(undefined);
  const stay = jasmine.createSpy('stay');

  async function open(seconds: number | undefined): Promise<HTMLElement> {
    stay.calls.reset();
    secondsLeft.set(seconds);
    TestBed.configureTestingModule({
      providers: [provideAuthTesting(), { provide: IdleTimeout, useValue: { secondsLeft, stay } }],
    });
    const fixture = TestBed.createComponent(IdleWarningDialogComponent);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('shows nothing before the last minute', async () => {
    expect((await open(undefined)).querySelector('dialog')?.open).toBeFalse();
  });

  it('counts down, and announces the time twice to screen readers', async () => {
    const root = await open(60);
    const announced = () => root.querySelector('[role=status]')?.textContent;

    expect(root.querySelector('[role=timer]')?.textContent).toContain('60 seconds left');
    expect(announced()).toBe('');

    secondsLeft.set(30);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(announced()).toBe('30 seconds left.');
  });

  it('stays signed in on Escape', async () => {
    (await open(60)).querySelector('dialog')?.dispatchEvent(new Event('cancel'));

    expect(stay).toHaveBeenCalledTimes(1);
  });
});
