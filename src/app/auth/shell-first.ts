import {
  APP_BOOTSTRAP_LISTENER,
  type EnvironmentProviders,
  inject,
  InjectionToken,
  Injector,
  makeEnvironmentProviders,
  runInInjectionContext,
} from '@angular/core';
import { Router } from '@angular/router';
import { completeRedirect } from './complete-redirect';

/** Whether this page load shows what surrounds the pages before it knows who signs in. */
export const SHELL_FIRST = new InjectionToken<boolean>('SHELL_FIRST', { factory: () => false });

/**
 * Redeems the answer of a sign-in while the shell is rendered; the router begins when that is done. The
 * processor has nothing else to do during that round trip. The router has to be provided
 * `withDisabledInitialNavigation()`.
 */
export function provideShellFirst(): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: SHELL_FIRST, useValue: true },
    { provide: APP_BOOTSTRAP_LISTENER, multi: true, useFactory: beginAfterRedirect },
  ]);
}

function beginAfterRedirect(): () => Promise<void> {
  const router = inject(Router);
  const injector = inject(Injector);
  return async () => {
    await runInInjectionContext(injector, completeRedirect);
    router.initialNavigation();
  };
}
