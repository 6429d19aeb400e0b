import { type CallProblem } from './problem-of-call';

/** The words for every failure are no part of what is loaded first. */
const words = () => import('../deferred');

/**
 * What to show for a Graph call that failed. Never rejects: where the words cannot be fetched it says the
 * little that is sure.
 */
export async function describeCall(error: unknown): Promise<CallProblem> {
  const time = new Date();
  try {
    return (await words()).problemOfCall(error, time);
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
