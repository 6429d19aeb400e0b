import {
  afterNextRender,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  EnvironmentInjector,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  resource,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../../auth/session/session';
import { SETTINGS } from '../../settings/settings';
import { loadProblem } from './load-problem';
import { ProblemComponent } from './problem.component';
import type { CallProblem } from './to-problem';

/**
 * Shows why a call to an API failed, with what helps: to sign in, to allow what the page needs, or to retry. Retries by
 * itself when the connection is back, and after a sign-in by popup.
 */
@Component({
  selector: 'app-call-problem',
  imports: [ProblemComponent],
  templateUrl: './call-problem.component.html',
  host: { '(window:online)': 'tryAgain()' },
})
export class CallProblemComponent {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly apis = inject(SETTINGS).apis;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly signInAgain = $localize`Sign in again`;

  /** What the call threw. */
  readonly error = input.required<unknown>();
  /** Whether a retry runs. */
  readonly isLoading = input(false);
  /** Emits when the call is to be made again. */
  readonly retry = output();

  private readonly problem = resource({
    params: () => this.error(),
    loader: ({ params }) => loadProblem(params, this.apis),
  });
  /** Stays until the message for the next failure is loaded. */
  protected readonly shown = linkedSignal<CallProblem | undefined, CallProblem | undefined>({
    source: () => this.problem.value(),
    computation: (found, before) => found ?? before?.value,
  });

  /** Whether what goes with this component had the focus. */
  private hadFocus = false;

  constructor() {
    effect(() => {
      if (this.session.popupSignIns() > 0)
        untracked(() => {
          this.tryAgain();
        });
    });
    const injector = inject(EnvironmentInjector).get(Injector);
    inject(DestroyRef).onDestroy(() => {
      if (this.hadFocus) afterNextRender(() => document.querySelector('h1')?.focus(), { injector });
    });
  }

  protected signIn({ request }: CallProblem): void {
    this.session.signInAgain(this.router.url, request);
  }

  protected tryAgain(): void {
    if (this.isLoading()) return;
    this.hadFocus = this.host.matches(':focus-within');
    this.retry.emit();
  }
}
