/** What a report may hold: OpenTelemetry's attributes, and this app's own under `app.`. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One event, as OpenTelemetry's log records have it. */
export interface Report {
  readonly eventName: string;
  readonly severity: 'info' | 'error';
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly attributes: Attributes;
}

const SEVERITY_NUMBERS = { info: 9, error: 17 } as const;

/**
 * Writes reports as an OTLP/HTTP request in JSON, which an OpenTelemetry collector takes at `/v1/logs`.
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export function toOtlp(reports: readonly Report[]): string {
  const logRecords = reports.map(({ eventName, severity, time, attributes }) => ({
    timeUnixNano: `${Math.round(time)}000000`,
    severityNumber: SEVERITY_NUMBERS[severity],
    eventName,
    attributes: toKeyValues(attributes),
  }));
  return JSON.stringify({
    resourceLogs: [
      {
        resource: { attributes: toKeyValues({ 'service.name': 'angular-entra-id' }) },
        scopeLogs: [{ scope: { name: 'app' }, logRecords }],
      },
    ],
  });
}

/** Empty values are left out. */
function toKeyValues(attributes: Attributes) {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ({
      key,
      value: typeof value === 'number' ? { doubleValue: value } : { stringValue: value },
    }));
}
