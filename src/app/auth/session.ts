import { computed, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { MsalBroadcastService, MsalService } from '@azure/msal-angular';
import {
  type AccountInfo,
  EventType,
  InteractionStatus,
  InteractionType,
} from '@azure/msal-browser';
import { map, type Observable } from 'rxjs';
import { SETTINGS } from '../settings/settings';
import type { Account } from './account';
import { SIGN_IN_FAILED_ROUTE } from './msal-configuration';
import { signInFailure, type SignInFailure } from './sign-in-failure';

/** Who is signed in, what MSAL is doing, and why the last sign-in failed. The app's only view of MSAL. */
@Service()
export class Session {
  private readonly msal = inject(MsalService);
  private readonly broadcast = inject(MsalBroadcastService);
  private readonly settings = inject(SETTINGS);
  private readonly router = inject(Router);

  private readonly _account = signal<Account | undefined>(undefined);
  private readonly _failure = signal<SignInFailure | undefined>(undefined);

  /** The person signed in, or undefined. */
  readonly account = this._account.asReadonly();
  /** Whether somebody is signed in. */
  readonly isSignedIn = computed(() => this.account() !== undefined);
  /** Why the last sign-in failed; undefined when none has failed since this page was loaded. */
  readonly failure = this._failure.asReadonly();
  /** Whether the browser is about to leave for Entra ID: to sign in, to ask for consent, to sign out. */
  readonly isLeaving = toSignal(
    this.broadcast.inProgress$.pipe(map((status) => LEAVING.has(status))),
    { initialValue: false },
  );

  constructor() {
    // The guard swallows the reason of a sign-in it could not start; the event still has it.
    this.broadcast.msalSubject$.subscribe(({ eventType, interactionType, error }) => {
      if (
        eventType === EventType.ACQUIRE_TOKEN_FAILURE &&
        interactionType === InteractionType.Redirect &&
        error
      ) {
        this.fail(error);
      }
    });
  }

  /** Begins a sign-in by redirect that comes back to `returnUrl`, a path in this app. */
  signIn(returnUrl: string): void {
    this.leave(
      this.msal.loginRedirect({ scopes: [...this.settings.scopes], state: returnUrl }),
      returnUrl,
    );
  }

  /** Ends the session here and at Entra ID. MSAL tells other tabs only when the account is named. */
  signOut(): void {
    this.leave(this.msal.logoutRedirect({ account: this.msal.instance.getActiveAccount() }), '/');
  }

  /** Makes `account` the one that Graph is called for; without one, the account MSAL remembers. */
  resume(account?: AccountInfo): void {
    const active =
      account ?? this.msal.instance.getActiveAccount() ?? this.msal.instance.getAllAccounts()[0];
    this.msal.instance.setActiveAccount(active ?? null);
    this._account.set(active && toAccount(active));
  }

  private leave(redirect: Observable<void>, returnUrl: string): void {
    redirect.subscribe({
      error: (error: unknown) => {
        this.fail(error, returnUrl);
        void this.router.navigateByUrl(SIGN_IN_FAILED_ROUTE);
      },
    });
  }

  /** Keeps the reason a sign-in failed, for the page that shows it, and where it was to lead. */
  fail(error: unknown, returnUrl = '/profile'): void {
    this._failure.set(signInFailure(error, returnUrl));
  }
}

/** The rest of MSAL's work, start-up and taking up an answer, stays on this page. */
const LEAVING = new Set<InteractionStatus>([
  InteractionStatus.AcquireToken,
  InteractionStatus.Logout,
]);

function toAccount(info: AccountInfo): Account {
  return { id: info.homeAccountId, name: info.name ?? info.username, username: info.username };
}
