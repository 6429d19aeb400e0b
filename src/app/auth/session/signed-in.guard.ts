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
 * no return URL, and so refuses without a sign-in
 * ({@link https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/6569}).
 * @returns true; a UrlTree when a sign-in cannot start. A redirect aborts the navigation, because after `false` the
 *   router would try the next route.
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

/** The router state that MsalGuard reads the return URL from. */
function stateAt({ routerState }: Router, navigation: Navigation | null): RouterStateSnapshot {
  const url = navigation?.extractedUrl.toString() ?? '/';
  const state = Object.create(routerState.snapshot) as RouterStateSnapshot;
  return Object.assign(state, { url });
}
