import { signal } from '@angular/core';
import type { Session } from './session';

/** The session of a page rendered ahead of time, by the build: nobody's, and nothing is under way. */
export const prerenderSession: Pick<
  Session,
  'account' | 'isSignedIn' | 'isRedirecting' | 'notice' | 'blockedSignIn'
> = {
  account: signal(undefined),
  isSignedIn: signal(false),
  isRedirecting: signal(false),
  notice: signal(undefined),
  blockedSignIn: signal(undefined),
};
