import { Injectable } from '@angular/core';
import { type ActivatedRouteSnapshot, type RouterStateSnapshot } from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';

/**
 * MsalGuard that keeps a person's own fragment. MsalGuard takes `#code=…` for an authorization response and drops it;
 * here no response is left in the address by then (see `MsalClient`).
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

/** MsalGuard reads the URL for its return and the root for the fragment alone. */
function withoutRoot(state: RouterStateSnapshot): RouterStateSnapshot {
  return Object.create(state, { root: { value: undefined } }) as RouterStateSnapshot;
}
