import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session';
import { signInFailure } from '../auth/sign-in-failure';
import { ProblemComponent } from '../ui/problem.component';

/** Why the last sign-in failed and the way on. Unguarded, and calls no API, so that it cannot loop. */
@Component({
  selector: 'app-sign-in-failed',
  imports: [ProblemComponent, RouterLink],
  templateUrl: './sign-in-failed.component.html',
})
export class SignInFailedComponent {
  private readonly session = inject(Session);
  protected readonly failure = computed(() => {
    const failed = this.session.failure();
    return failed && signInFailure(failed.error, failed.returnUrl, failed.time);
  });
}
