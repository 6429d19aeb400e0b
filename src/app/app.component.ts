import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountMenuComponent } from './account-menu.component';
import { Session } from './auth/session';
import { IdleComponent } from './idle.component';
import { OfflineBannerComponent } from './offline-banner.component';
import { SessionEndComponent } from './session-end.component';
import { SETTINGS } from './settings/settings';

/** What surrounds every page: who is signed in, the way to the pages, and sign-out. */
@Component({
  selector: 'app-root',
  imports: [
    AccountMenuComponent,
    IdleComponent,
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
  protected readonly hasIdleTimeout = inject(SETTINGS).idleTimeoutMinutes !== undefined;
}
