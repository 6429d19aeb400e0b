import { signal } from '@angular/core';
import type { Session } from './session';

/** The session of the prerendered page, with nobody signed in. */
export const prerenderSession: Pick<
  Session,
  'account' | 'isSignedIn' | 'isRedirecting' | 'isSigningOut' | 'notice' | 'blockedSignIn'
> = {
  account: signal(undefined),
  isSignedIn: signal(false),
  isRedirecting: signal(false),
  isSigningOut: signal(false),
  notice: signal(undefined),
  blockedSignIn: signal(undefined),
};
