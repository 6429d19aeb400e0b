import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, signal, type Type } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './account-menu.component';
import { Session } from './auth/session';
import { BEFORE_THE_PAGE } from './auth/start-in-steps';
import { OfflineBannerComponent } from './offline-banner.component';
import { IDLE_QUESTION } from './optional-parts';

/** Late enough to keep out of the way of the page, which may be waiting for Graph on a slow network. */
const SESSION_END_AFTER_MS = 10_000;

/** What surrounds every page: who is signed in, the way to the pages, and sign-out. */
@Component({
  selector: 'app-root',
  imports: [
    AccountMenuComponent,
    NgComponentOutlet,
    OfflineBannerComponent,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
  ],
  templateUrl: './app.component.html',
})
export class AppComponent {
  protected readonly session = inject(Session);
  protected readonly idleQuestion = inject(IDLE_QUESTION, { optional: true });
  private readonly router = inject(Router);
  protected readonly beforeThePage = inject(BEFORE_THE_PAGE);
  /** Whether the router has not begun: which page comes first, or even who it is, may not be known yet. */
  protected readonly isStarting = computed(
    () => this.beforeThePage !== '' && this.router.lastSuccessfulNavigation() === null,
  );

  /** What says that the session ends, which it does 24 hours after the sign-in: see `SESSION_END_AFTER_MS`. */
  protected readonly sessionEnd = signal<Type<unknown> | null>(null);

  constructor() {
    effect(() => {
      // Not when the page is prerendered, where nobody is signed in.
      if (this.session.isSignedIn()) this.loadSessionEndLater();
    });
  }

  /** Without a network it is tried again, as long as somebody is signed in. */
  private loadSessionEndLater(): void {
    setTimeout(async () => {
      const parts = await import('./deferred').catch(() => undefined);
      if (parts) this.sessionEnd.set(parts.SessionEndComponent);
      else if (this.session.isSignedIn()) this.loadSessionEndLater();
    }, SESSION_END_AFTER_MS);
  }
}
