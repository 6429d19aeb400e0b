import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';

/** The landing page: public, and calls no API. */
@Component({
  selector: 'app-home',
  imports: [RouterLink],
  templateUrl: './home.component.html',
})
export class HomeComponent {
  protected readonly session = inject(Session);
  protected readonly isLocalCloud = inject(SETTINGS).isLocalCloud;
}
