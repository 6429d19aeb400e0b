import type { Settings } from '../../settings/settings';
import { idle } from '../browser/idle';
import { type CallProblem } from './to-problem';

/** Loads the error messages once the browser is idle: they are needed when the network is gone. */
export async function preloadProblems(): Promise<void> {
  await idle();
  await import('./to-problem').catch(() => undefined);
}

/**
 * Returns what to show for a failed call. Never rejects: where the messages cannot be fetched it says the little that
 * is sure.
 *
 * @param apis of the settings, for a page that calls one of them
 */
export async function loadProblem(
  error: unknown,
  apis: Settings['apis'] = [],
): Promise<CallProblem> {
  const time = new Date();
  try {
    const { toProblem } = await import('./to-problem');
    return toProblem(error, time, apis);
  } catch {
    return {
      title: $localize`This could not be loaded`,
      explanation: $localize`There is no connection, or this app has been updated.`,
      remedy: $localize`Check your connection, then load the page again.`,
      // An HttpErrorResponse is no Error, but has a name as well.
      code: (error as Partial<Error> | null)?.name ?? 'unknown',
      time,
      needsSignIn: false,
    };
  }
}
