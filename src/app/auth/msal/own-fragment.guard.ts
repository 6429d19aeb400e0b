import { Injectable } from '@angular/core';
import { type ActivatedRouteSnapshot, type RouterStateSnapshot } from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';

/**
 * MsalGuard that leaves a person's own fragment alone. MsalGuard takes any `#code=…` for an authorization response and
 * navigates to the page without it; here no response is left in the address by then (see `MsalClient`).
 */
@Injectable()
export class OwnFragmentGuard extends MsalGuard {
  override canActivate(route: ActivatedRouteSnapshot, state: RouterStateSnapshot) {
    return super.canActivate(route, withoutRoot(state));
  }

  override canActivateChild(route: ActivatedRouteSnapshot, state: RouterStateSnapshot) {
    return super.canActivateChild(route, withoutRoot(state));
  }
}

/** MsalGuard reads the address, which it needs to come back to, and the root for its fragment alone. */
function withoutRoot(state: RouterStateSnapshot): RouterStateSnapshot {
  return Object.create(state, { root: { value: undefined } }) as RouterStateSnapshot;
}
