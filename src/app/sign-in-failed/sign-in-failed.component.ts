import { Location } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session/session';
import { signInFailure } from '../auth/errors/sign-in-failure';
import { ProblemComponent } from '../ui/problem/problem.component';

/** Shows why the last sign-in failed. Unguarded, and calls no API, so that it cannot loop. */
@Component({
  selector: 'app-sign-in-failed',
  imports: [ProblemComponent, RouterLink],
  templateUrl: './sign-in-failed.component.html',
  host: { '(window:online)': 'retryWhenOnline()' },
})
export class SignInFailedComponent {
  private readonly session = inject(Session);
  private readonly location = inject(Location);
  protected readonly failure = computed(() => {
    const failed = this.session.failure();
    return failed && signInFailure(failed.error, failed.returnUrl, failed.time);
  });
  /** Whether a retry waits for the network. */
  protected readonly isWaiting = signal(false);

  /** A plain link loads the page again, and so needs the app's whole path. */
  protected hrefOf(path: string): string {
    return this.location.prepareExternalUrl(path);
  }

  /** Offline, the link would lead to the browser's error page. */
  protected tryAgain(event: Event): void {
    if (navigator.onLine) return;
    event.preventDefault();
    this.isWaiting.set(true);
  }

  protected retryWhenOnline(): void {
    if (this.isWaiting()) window.location.assign(this.hrefOf(this.failure()?.returnUrl ?? '/'));
  }
}
