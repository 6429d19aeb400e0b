import { inject } from '@angular/core';
import { type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';
import { signedIn } from './signed-in.guard';

/** Where `ForbiddenComponent` is. */
export const FORBIDDEN_ROUTE = 'forbidden';

/**
 * Lets only people with an app role reach a route, and signs in first: `canMatch: [hasRole('Admin')]`. So nobody else
 * even downloads the page. It shows and hides; what may be done, the API decides by its own token.
 * @see https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps
 *
 * @param role its value as the app registration has it
 * @returns whether they have it; without it, the page that says which role it is, at the same address
 */
export function hasRole(role: string): CanMatchFn {
  return async () => {
    const session = inject(Session);
    const router = inject(Router);
    const result = await signedIn();
    if (result !== true || session.account()?.roles.includes(role)) return result;
    return new RedirectCommand(router.parseUrl(FORBIDDEN_ROUTE), {
      skipLocationChange: true,
      state: { role },
    });
  };
}
