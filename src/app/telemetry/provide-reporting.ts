import {
  type EnvironmentProviders,
  ErrorHandler,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  Service,
} from '@angular/core';
import { AuthEvents } from '../auth/session/auth-events';
import { redactError } from './redact-error';
import { RedactingErrorHandler } from './redacting-error-handler';
import { Reporter } from './reporter';
import { observeWebVitals } from './web-vitals';

/** Logs and reports errors that nobody caught. */
@Service({ autoProvided: false })
export class ReportingErrorHandler extends RedactingErrorHandler {
  private readonly reporter = inject(Reporter);

  override handleError(error: unknown): void {
    super.handleError(error);
    const { type, status, stack } = redactError(error);
    this.reporter.add('exception', 'error', {
      'exception.type': type,
      'exception.stacktrace': stack.join('\n'),
      'http.response.status_code': status,
    });
  }
}

/**
 * What `reportUrl` turns on: uncaught errors, failed sign-ins and token requests, and web vitals. Names are those of
 * OpenTelemetry where it has them.
 * @see https://opentelemetry.io/docs/specs/semconv/
 */
export function provideReporting(): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: ErrorHandler, useClass: ReportingErrorHandler },
    provideEnvironmentInitializer(() => {
      reportWebVitals();
      reportAuthErrors();
    }),
  ]);
}

function reportWebVitals(): void {
  const reporter = inject(Reporter);
  const read = observeWebVitals();
  reporter.beforeLeaving(() => {
    for (const { name, value } of read())
      reporter.add('browser.web_vital', 'info', {
        'browser.web_vital.name': name,
        'browser.web_vital.value': value,
        'browser.web_vital.delta': value,
        'browser.web_vital.id': crypto.randomUUID(),
      });
  });
}

function reportAuthErrors(): void {
  const reporter = inject(Reporter);
  inject(AuthEvents).events$.subscribe((event) => {
    if (event.type !== 'sign-in-failed' && event.type !== 'token-failed') return;
    reporter.add(`app.auth.${event.type.replaceAll('-', '_')}`, 'error', {
      'error.type': event.code,
      'app.auth.kind': event.type === 'token-failed' ? event.kind : undefined,
      'app.auth.correlation_id': event.correlationId,
    });
  });
}
