import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session';
import { ProblemComponent } from '../ui/problem.component';

/** Why the last sign-in failed and the way on. Unguarded, and calls no API, so that it cannot loop. */
@Component({
  selector: 'app-sign-in-failed',
  imports: [ProblemComponent, RouterLink],
  templateUrl: './sign-in-failed.component.html',
})
export class SignInFailedComponent {
  protected readonly failure = inject(Session).failure;
}
