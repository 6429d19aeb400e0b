import type { Trace } from '../../http/trace.ts';
import type { EntraError } from './entra-error.ts';

export function description(error: EntraError, trace: Trace): string {
  return `AADSTS${String(error.code)}: ${error.message} Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId} Timestamp: ${trace.timestamp}`;
}

export function errorUri(origin: string, error: EntraError): string {
  return `${origin}/error?code=${String(error.code)}`;
}

/** The token endpoint's body for an error. */
export function errorBody(origin: string, error: EntraError, trace: Trace): object {
  return {
    error: error.error,
    error_description: description(error, trace),
    error_codes: [error.code],
    timestamp: trace.timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    error_uri: errorUri(origin, error),
    ...(error.suberror !== undefined && { suberror: error.suberror }),
    ...(error.claims !== undefined && { claims: error.claims }),
  };
}
