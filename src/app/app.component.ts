import { NgComponentOutlet } from '@angular/common';
import { afterNextRender, Component, computed, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './shell/account-menu.component';
import { Session } from './auth/session/session';
import { SessionExpiry } from './auth/session/session-expiry';
import { STAGES } from './auth/start/staged-bootstrap';
import { IDLE_DIALOG } from './shell/idle-dialog';
import { OfflineBannerComponent } from './shell/offline-banner.component';
import { SessionExpiryDialogComponent } from './shell/session-expiry-dialog.component';
import { preloadProblems } from './ui/load-problem';

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
    SessionExpiryDialogComponent,
  ],
  templateUrl: './app.component.html',
})
export class AppComponent {
  protected readonly session = inject(Session);
  protected readonly expiry = inject(SessionExpiry);
  protected readonly idleDialog = inject(IDLE_DIALOG, { optional: true });
  private readonly router = inject(Router);
  private readonly stages = inject(STAGES);
  protected readonly statusText = this.stages?.statusText;
  /** Whether the router has not started: which page comes first, or who is signed in, may not be known yet. */
  protected readonly isStarting = computed(
    () => this.stages !== null && this.router.lastSuccessfulNavigation() === null,
  );

  constructor() {
    afterNextRender(() => void preloadProblems());
  }
}
