import { computed, inject, Service } from '@angular/core';
import { type Route, Router } from '@angular/router';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';

/** The `api` of a page that calls Microsoft Graph. */
export const GRAPH = 'Microsoft Graph';

/** A page's place in the navigation: `data: { navigation: … }` of its route. */
export interface NavigationLink {
  readonly label: string;
  /** The `d` of an SVG path in a box of 24 by 24; drawn as a line. */
  readonly icon: string;
  /** Whether somebody who is not signed in sees the link, which then leads to the sign-in. */
  readonly isPublic?: boolean;
  /** The app role without which the link would lead nowhere. */
  readonly role?: string;
  /** The name in `apis` of config.json, or `GRAPH`, without which the page has nothing to show. */
  readonly api?: string;
}

/** The pages whose routes ask for a link, in the order of the routes. */
@Service()
export class NavigationLinks {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly settings = inject(SETTINGS);
  private readonly apis = [
    ...this.settings.apis.map(({ name }) => name),
    ...(this.settings.graphBaseUrl ? [GRAPH] : []),
  ];
  /** Those that make sense for who is signed in now. */
  readonly links = computed(() => {
    const account = this.session.account();
    return this.router.config
      .flatMap(toLink)
      .filter(({ api }) => api === undefined || this.apis.includes(api))
      .filter(({ isPublic, role }) =>
        account ? role === undefined || account.roles.includes(role) : isPublic === true,
      );
  });
}

function toLink({ path = '', data }: Route): (NavigationLink & { readonly path: string })[] {
  const link = data?.['navigation'] as NavigationLink | undefined;
  return link ? [{ ...link, path: `/${path}` }] : [];
}
