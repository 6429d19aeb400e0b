import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../auth/session/session';
import { NavigationLinks } from '../ui/navigation-links';

/** Links to the pages whose routes ask for one: in the header, and on a narrow window at its bottom. */
@Component({
  selector: 'app-navigation',
  imports: [RouterLink, RouterLinkActive],
  templateUrl: './navigation.component.html',
  host: { '[class.bar]': 'session.isSignedIn()' },
})
export class NavigationComponent {
  protected readonly session = inject(Session);
  protected readonly links = inject(NavigationLinks).links;
}
