import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session/session';
import { signInFailure } from '../auth/errors/sign-in-failure';
import { ProblemComponent } from '../ui/problem.component';

/** Why the last sign-in failed and the way on. Unguarded, and calls no API, so that it cannot loop. */
@Component({
  selector: 'app-sign-in-failed',
  imports: [ProblemComponent, RouterLink],
  templateUrl: './sign-in-failed.component.html',
  host: { '(window:online)': 'goOn()' },
})
export class SignInFailedComponent {
  private readonly session = inject(Session);
  protected readonly failure = computed(() => {
    const failed = this.session.failure();
    return failed && signInFailure(failed.error, failed.returnUrl, failed.time);
  });
  /** Whether the person wants to try again, and there is no network to do it with. */
  protected readonly isWaiting = signal(false);

  /** Without a network a link leads to the browser's error page. */
  protected tryAgain(event: Event): void {
    if (navigator.onLine) return;
    event.preventDefault();
    this.isWaiting.set(true);
  }

  protected goOn(): void {
    if (this.isWaiting()) window.location.assign(this.failure()?.returnUrl ?? '/');
  }
}
