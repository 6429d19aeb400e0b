import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';

/** Says what this app is and leads to the profile; anyone may read it. Calls no API. */
@Component({
  selector: 'app-home',
  imports: [RouterLink],
  templateUrl: './home.component.html',
})
export class HomeComponent {
  protected readonly session = inject(Session);
  protected readonly isLocalCloud = inject(SETTINGS).isLocalCloud;
}
