import { computed, inject, Service } from '@angular/core';
import { type Route, Router } from '@angular/router';
import { Session } from '../auth/session/session';

/** A page's place in the navigation: `data: { navigation: … }` of its route. */
export interface NavigationLink {
  readonly label: string;
  /** The `d` of an SVG path in a box of 24 by 24; drawn as a line. */
  readonly icon: string;
  /** Whether somebody who is not signed in sees the link, which then leads to the sign-in. */
  readonly isPublic?: boolean;
}

/** The pages whose routes ask for a link, in the order of the routes. */
@Service()
export class NavigationLinks {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Those that make sense for who is signed in now. */
  readonly links = computed(() =>
    this.router.config
      .flatMap(toLink)
      .filter(({ isPublic }) => isPublic === true || this.session.isSignedIn()),
  );
}

function toLink({ path = '', data }: Route): (NavigationLink & { readonly path: string })[] {
  const link = data?.['navigation'] as NavigationLink | undefined;
  return link ? [{ ...link, path: `/${path}` }] : [];
}
