import { type CallProblem } from './problem-of-call';

/** The words for every failure there is come in a chunk of their own, which most visits never need. */
const words = () => import('../rarely-needed');

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
      code: error instanceof Error ? error.name : 'unknown',
      time,
      needsSignIn: false,
    };
  }
}
