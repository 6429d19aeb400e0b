import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './account-menu.component';
import { Session } from './auth/session';
import { BEFORE_THE_PAGE } from './auth/start-in-steps';
import { OfflineBannerComponent } from './offline-banner.component';
import { IDLE_QUESTION } from './optional-parts';
import { SessionEndComponent } from './session-end.component';

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
    SessionEndComponent,
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
}
