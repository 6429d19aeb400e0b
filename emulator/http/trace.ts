import { guid } from '../tokens/random.ts';
import type { Random } from '../tokens/random.ts';

/** The ids by which Entra's support finds a request again: every error carries them. */
export interface Trace {
  readonly traceId: string;
  readonly correlationId: string;
  /** `2026-01-31 12:00:00Z` */
  readonly timestamp: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param asked the client's `client-request-id`, taken over when it is a GUID */
export function newTrace(asked: string | undefined, random: Random, now: number): Trace {
  return {
    traceId: guid(random),
    correlationId: asked !== undefined && GUID.test(asked) ? asked : guid(random),
    timestamp: entraTime(now),
  };
}

function entraTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}
