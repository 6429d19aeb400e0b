import { Component, computed, inject } from '@angular/core';
import { type Route, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../auth/session/session';

/** A page's place in the navigation: `data: { navigation: … }` of its route. */
export interface NavigationLink {
  readonly label: string;
  /** The `d` of an SVG path in a box of 24 by 24; drawn as a line. */
  readonly icon: string;
  /** Whether somebody who is not signed in sees the link, which then leads to the sign-in. */
  readonly isPublic?: boolean;
}

/** Links to the pages whose routes ask for one: in the header, and on a narrow window at its bottom. */
@Component({
  selector: 'app-navigation',
  imports: [RouterLink, RouterLinkActive],
  templateUrl: './navigation.component.html',
  host: { '[class.bar]': 'session.isSignedIn()' },
})
export class NavigationComponent {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly links = computed(() =>
    this.router.config
      .flatMap(toLink)
      .filter(({ isPublic }) => isPublic === true || this.session.isSignedIn()),
  );
}

function toLink({ path = '', data }: Route): (NavigationLink & { path: string })[] {
  const link = data?.['navigation'] as NavigationLink | undefined;
  return link ? [{ ...link, path: `/${path}` }] : [];
}
