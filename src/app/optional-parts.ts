import { type EnvironmentProviders, InjectionToken, type Provider, type Type } from '@angular/core';
import type { Settings } from './settings/settings';

/** What the shell shows to who is signed in when there is an idle timeout. */
export const IDLE_QUESTION = new InjectionToken<Type<unknown>>('IDLE_QUESTION');

/**
 * Loads what only some settings ask for. The app starts with all of it or not at all: without the part
 * that watches for them, nobody who left would ever be signed out.
 */
export async function optionalParts({
  idleTimeoutMinutes,
  interaction,
}: Settings): Promise<(Provider | EnvironmentProviders)[]> {
  const hasIdleTimeout = idleTimeoutMinutes !== undefined;
  const hasPopup = interaction === 'popup';
  if (!hasIdleTimeout && !hasPopup) return [];
  const { IdleComponent, providePopup } = await import('./deferred');
  return [
    hasIdleTimeout ? { provide: IDLE_QUESTION, useValue: IdleComponent } : [],
    hasPopup ? providePopup() : [],
  ];
}
