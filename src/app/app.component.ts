import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, signal, type Type } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './account-menu.component';
import { Session } from './auth/session';
import { BEFORE_THE_PAGE } from './auth/start-in-steps';
import { OfflineBannerComponent } from './offline-banner.component';
import { IDLE_QUESTION } from './optional-parts';
import { whenIdle } from './ui/when-idle';

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
  host: { '(window:online)': 'loadSessionEnd()' },
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

  /** What says that the session ends, which it does in 24 hours: fetched when the page is painted. */
  protected readonly sessionEnd = signal<Type<unknown> | null>(null);

  constructor() {
    effect(() => {
      // Not when the page is prerendered, where nobody is signed in.
      if (this.session.isSignedIn()) whenIdle(() => this.loadSessionEnd());
    });
  }

  /** Without a network it is tried again when there is one. */
  protected async loadSessionEnd(): Promise<void> {
    const parts = await import('./deferred').catch(() => undefined);
    if (parts) this.sessionEnd.set(parts.SessionEndComponent);
  }
}
