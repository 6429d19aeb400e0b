import { inject } from '@angular/core';
import {
  type CanMatchFn,
  type Navigation,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';
import { firstValueFrom } from 'rxjs';

/**
 * MsalGuard for `canMatch`, so that nobody downloads a page before they are signed in. MsalGuard's own `canMatch` knows
 * no address to return to, and so refuses without a sign-in
 * ({@link https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/6569}).
 * For `canActivate` and `canActivateChild` use MsalGuard itself.
 *
 * @returns whether somebody is signed in; a UrlTree to the failed page when a sign-in cannot start. While the browser
 *   redirects, the navigation is aborted: with `false` alone the router would try the next route.
 */
export const signedIn = (async () => {
  const guard = inject(MsalGuard);
  const router = inject(Router);
  const navigation = router.currentNavigation();
  const result = await firstValueFrom(
    guard.canActivate(router.routerState.snapshot.root, stateAt(router, navigation)),
  );
  if (result === false) navigation?.abort();
  return result;
}) satisfies CanMatchFn;

/** The router's state as MsalGuard reads it, with the address that the person wants to reach. */
function stateAt({ routerState }: Router, navigation: Navigation | null): RouterStateSnapshot {
  const url = navigation?.extractedUrl.toString() ?? '/';
  const state = Object.create(routerState.snapshot) as RouterStateSnapshot;
  return Object.assign(state, { url });
}
