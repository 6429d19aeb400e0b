import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { personName, visibleText } from '../auth/accounts/person-name';
import { Session } from '../auth/session/session';
import { GraphClient } from '../graph/graph-client';
import { AvatarComponent } from '../ui/avatar.component';
import { loadProblem } from '../ui/load-problem';
import { ProblemComponent } from '../ui/problem.component';
import { ProfilePhoto } from '../ui/profile-photo';
import type { CallProblem } from '../ui/to-problem';
import { CorrectionComponent } from './correction.component';
import { profileFacts } from './profile-facts';

const SLOW_MS = 4_000;

/** The profile of the person signed in, as Microsoft Graph has it. Guarded: see `app.routes.ts`. */
@Component({
  selector: 'app-profile',
  imports: [AvatarComponent, CorrectionComponent, ProblemComponent],
  templateUrl: './profile.component.html',
  host: { '(window:online)': 'retryIfFailed()' },
})
export class ProfileComponent {
  protected readonly session = inject(Session);
  private readonly graph = inject(GraphClient);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** In the header as well. */
  protected readonly photo = inject(ProfilePhoto).photo;

  private readonly accountId = computed(() => this.session.account()?.id);
  protected readonly me = this.graph.me(this.accountId);
  private readonly person = computed(() => (this.me.hasValue() ? this.me.value() : undefined));
  protected readonly name = computed(() => {
    const person = this.person();
    return personName(person?.displayName, person?.userPrincipalName, person?.mail);
  });
  protected readonly jobTitle = computed(() => visibleText(this.person()?.jobTitle));
  /** Fails when the person has no photo; then their initials are shown. */
  private readonly myPhoto = this.graph.myPhoto(this.accountId);
  protected readonly facts = computed(() => {
    const person = this.person();
    return person ? profileFacts(person) : [];
  });
  private readonly problem = resource({
    params: () => this.me.error(),
    loader: ({ params }) => loadProblem(params),
  });
  /** Why there is no profile; stays until the message for the next failure is loaded. */
  protected readonly failure = linkedSignal<CallProblem | undefined, CallProblem | undefined>({
    source: () => this.problem.value(),
    computation: (found, before) => found ?? (this.me.error() && before?.value),
  });

  /** Whether loading takes so long that the page says so: calls to a busy service are retried. */
  protected readonly isSlow = signal(false);

  /** Whether what a retry removes had the focus. */
  private hadFocus = false;

  constructor() {
    effect(() => {
      this.photo.set(this.myPhoto.hasValue() ? this.myPhoto.value() : undefined);
    });
    afterRenderEffect(() => {
      if (!this.person() || !this.hadFocus) return;
      this.hadFocus = false;
      this.host.querySelector('h1')?.focus();
    });
    effect((onCleanup) => {
      if (!this.me.isLoading()) return;
      const timer = setTimeout(() => {
        this.isSlow.set(true);
      }, SLOW_MS);
      onCleanup(() => {
        clearTimeout(timer);
        this.isSlow.set(false);
      });
    });
    effect(() => {
      if (this.session.popupSignIns() > 0)
        untracked(() => {
          this.retryIfFailed();
        });
    });
  }

  protected signInAgain({ request }: CallProblem): void {
    this.session.signInAgain(this.router.url, request);
  }

  /** Retries what failed without a connection or a sign-in. */
  protected retryIfFailed(): void {
    if (this.me.error() && !this.me.isLoading()) this.retry();
  }

  protected retry(): void {
    this.hadFocus = this.host.querySelector('app-problem')?.matches(':focus-within') ?? false;
    this.me.reload();
    this.myPhoto.reload();
  }
}
