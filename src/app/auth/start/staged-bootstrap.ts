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
import { completeRedirect } from '../session/complete-redirect';

/** How the app starts in stages; null when shell and page are rendered in one task. */
export interface Stages {
  /** Shown instead of the page until the router starts. */
  readonly statusText: string;
  /** Whether this page load brought an authorization response. */
  readonly hasAuthResponse: boolean;
}

export const STAGES = new InjectionToken<Stages | null>('STAGES', { factory: () => null });

/**
 * Renders the shell and the page in a task each, so that the browser paints and reacts in between. Needs a router
 * `withDisabledInitialNavigation()`. A response is redeemed while the shell is rendered, during that round trip.
 * @see https://web.dev/articles/optimize-long-tasks
 *
 * @param hasAuthResponse whether this page load brought an authorization response
 */
export function withStagedBootstrap(hasAuthResponse: boolean): EnvironmentProviders {
  const statusText = hasAuthResponse ? 'Signing you in…' : 'Loading…';
  return makeEnvironmentProviders([
    { provide: STAGES, useValue: { statusText, hasAuthResponse } },
    { provide: APP_BOOTSTRAP_LISTENER, multi: true, useFactory: startRouter },
  ]);
}

/** The app's initializer: finds out who is signed in, at once or, with a response to redeem, after the shell. */
export async function initializeSession(): Promise<void> {
  const stages = inject(STAGES);
  if (!stages?.hasAuthResponse) await completeRedirect();
  if (stages) await yieldToMain();
}

function startRouter(): () => Promise<void> {
  const router = inject(Router);
  const injector = inject(Injector);
  const stages = inject(STAGES);
  return async () => {
    try {
      await (stages?.hasAuthResponse
        ? runInInjectionContext(injector, completeRedirect)
        : yieldToMain());
    } finally {
      router.initialNavigation();
    }
  };
}

const yieldToMain = () => new Promise<void>((resolve) => setTimeout(resolve));
