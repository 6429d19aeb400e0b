import { NgComponentOutlet } from '@angular/common';
import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './shell/account-menu.component';
import { Session } from './auth/session/session';
import { SessionExpiry } from './auth/session/session-expiry';
import { STAGES } from './auth/start/staged-bootstrap';
import { IDLE_DIALOG } from './shell/idle-dialog';
import { NavigationComponent } from './shell/navigation.component';
import { OfflineBannerComponent } from './shell/offline-banner.component';
import { SessionExpiryDialogComponent } from './shell/session-expiry-dialog.component';
import { UpdateNoticeComponent } from './shell/update-notice.component';
import { preloadProblems } from './ui/problem/load-problem';

/** What surrounds every page: who is signed in, the way to the pages, and sign-out. */
@Component({
  selector: 'app-root',
  imports: [
    AccountMenuComponent,
    NavigationComponent,
    NgComponentOutlet,
    OfflineBannerComponent,
    RouterLink,
    RouterOutlet,
    SessionExpiryDialogComponent,
    UpdateNoticeComponent,
  ],
  templateUrl: './app.component.html',
})
export class AppComponent {
  protected readonly session = inject(Session);
  protected readonly expiry = inject(SessionExpiry);
  protected readonly idleDialog = inject(IDLE_DIALOG, { optional: true });
  private readonly router = inject(Router);
  private readonly stages = inject(STAGES);
  private readonly hasPage = computed(() => this.router.lastSuccessfulNavigation() !== null);
  protected readonly statusText = this.stages?.statusText;
  /** Whether the router has not started: which page comes first, or who is signed in, may not be known yet. */
  protected readonly isStarting = computed(() => this.stages !== null && !this.hasPage());

  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    afterNextRender(() => void preloadProblems());
    // What had the focus is gone with the session.
    afterRenderEffect(() => {
      const main = this.main().nativeElement;
      if (this.session.isSigningOut()) main.focus();
      else if (this.session.notice() && this.hasPage()) (main.querySelector('h1') ?? main).focus();
    });
  }
}
