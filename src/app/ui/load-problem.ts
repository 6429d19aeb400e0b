import { idle } from './idle';
import { type CallProblem } from './to-problem';

/** Loads the error messages once the browser is idle: they are needed when the network is gone. */
export async function preloadProblems(): Promise<void> {
  await idle();
  await import('./to-problem').catch(() => undefined);
}

/**
 * What to show for a Graph call that failed. Never rejects: where the words cannot be fetched it says the
 * little that is sure.
 */
export async function loadProblem(error: unknown): Promise<CallProblem> {
  const time = new Date();
  try {
    const { toProblem } = await import('./to-problem');
    return toProblem(error, time);
  } catch {
    return {
      title: 'This could not be loaded',
      explanation: 'There is no connection, or this app has been updated.',
      remedy: 'Check your connection, then load the page again.',
      // An HttpErrorResponse is no Error, but has a name as well.
      code: (error as Partial<Error> | null)?.name ?? 'unknown',
      time,
      needsSignIn: false,
    };
  }
}
