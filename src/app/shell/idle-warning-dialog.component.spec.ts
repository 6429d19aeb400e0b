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

  it('asks nothing before the last minute', async () => {
    expect((await open(undefined)).querySelector('dialog')?.open).toBeFalse();
  });

  it('counts down for the eye, and speaks twice for the ear', async () => {
    const root = await open(60);
    const spoken = () => root.querySelector('[role=status]')?.textContent;

    expect(root.querySelector('[role=timer]')?.textContent).toContain('60 seconds left');
    expect(spoken()).toBe('');

    secondsLeft.set(30);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(spoken()).toBe('30 seconds left.');
  });

  it('takes Escape for an answer: somebody is there', async () => {
    (await open(60)).querySelector('dialog')?.dispatchEvent(new Event('cancel'));

    expect(stay).toHaveBeenCalledTimes(1);
  });
});
