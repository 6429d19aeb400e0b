import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './account-menu.component';
import { Session } from './auth/session';
import { SHELL_FIRST } from './auth/shell-first';
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
  private readonly shellFirst = inject(SHELL_FIRST);
  /** Whether who it is, and so which page comes first, is not known yet. */
  protected readonly isComingBack = computed(
    () => this.shellFirst && this.router.lastSuccessfulNavigation() === null,
  );
}
