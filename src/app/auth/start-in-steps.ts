import {
  APP_BOOTSTRAP_LISTENER,
  type EnvironmentProviders,
  inject,
  InjectionToken,
  Injector,
  makeEnvironmentProviders,
  provideAppInitializer,
  runInInjectionContext,
} from '@angular/core';
import { Router } from '@angular/router';
import { completeRedirect } from './complete-redirect';

/** What stands in the place of the page while the router has not begun; nothing when it begins at once. */
export const BEFORE_THE_PAGE = new InjectionToken<string>('BEFORE_THE_PAGE', { factory: () => '' });

/**
 * Starts the app in tasks of its own each: what the app is made of, the shell, and then the page, so that the
 * browser paints and hears the person in between. The router has to be provided
 * `withDisabledInitialNavigation()`.
 *
 * @param redeems whether this page load brought the answer of a sign-in. It is redeemed while the shell is
 *   rendered: the processor has nothing else to do during that round trip.
 * @see https://web.dev/articles/optimize-long-tasks
 */
export function provideStartInSteps(redeems: boolean): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: BEFORE_THE_PAGE, useValue: redeems ? 'Signing you in…' : 'Loading…' },
    provideAppInitializer(redeems ? nextTask : completeRedirectFirst),
    { provide: APP_BOOTSTRAP_LISTENER, multi: true, useFactory: () => beginRouter(redeems) },
  ]);
}

async function completeRedirectFirst(): Promise<void> {
  await completeRedirect();
  await nextTask();
}

function beginRouter(redeems: boolean): () => Promise<void> {
  const router = inject(Router);
  const injector = inject(Injector);
  return async () => {
    try {
      await (redeems ? runInInjectionContext(injector, completeRedirect) : nextTask());
    } finally {
      router.initialNavigation();
    }
  };
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
