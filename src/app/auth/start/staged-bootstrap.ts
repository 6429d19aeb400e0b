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

/** Null renders shell and page in one task. */
export interface Stages {
  readonly statusText: string;
  readonly hasAuthResponse: boolean;
}

export const STAGES = new InjectionToken<Stages | null>('STAGES', { factory: () => null });

/**
 * Renders the shell and the page in a task each, so that the browser can paint in between, and redeems a response while
 * the shell is rendered. Needs `withDisabledInitialNavigation()`.
 * @see https://web.dev/articles/optimize-long-tasks
 */
export function withStagedBootstrap(hasAuthResponse: boolean): EnvironmentProviders {
  const statusText = hasAuthResponse ? $localize`Signing you in…` : $localize`Loading…`;
  return makeEnvironmentProviders([
    { provide: STAGES, useValue: { statusText, hasAuthResponse } },
    { provide: APP_BOOTSTRAP_LISTENER, multi: true, useFactory: startRouter },
  ]);
}

/** The app's initializer: restores the session now, or after the shell when there is a response to redeem. */
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
