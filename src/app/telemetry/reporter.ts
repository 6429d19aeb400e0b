import { DOCUMENT, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { SETTINGS } from '../settings/settings';
import { type Attributes, type Report, toOtlp } from './log-record';
import { pagePath } from './page-path';

const MAX_REPORTS = 50;

/** Sends reports to `reportUrl` when the page is left or hidden, in one request that outlives it. */
@Service()
export class Reporter {
  private readonly url = inject(SETTINGS).reportUrl;
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly lastMinute: (() => void)[] = [];
  private reports: Report[] = [];

  constructor() {
    this.document.addEventListener('visibilitychange', () => {
      if (this.document.visibilityState === 'hidden') this.flush();
    });
  }

  /** @param attributes identifiers and numbers alone: nothing of a person, a token or an address */
  add(eventName: string, severity: Report['severity'], attributes: Attributes): void {
    // A page that fails without end reports its beginning.
    if (this.reports.length >= MAX_REPORTS) return;
    this.reports.push({
      eventName,
      severity,
      time: Date.now(),
      attributes: { ...attributes, 'url.path': pagePath(this.router.url, this.router.config) },
    });
  }

  /** Calls back once, before the page is left or hidden for the first time, to add what is known only then. */
  beforeLeaving(add: () => void): void {
    this.lastMinute.push(add);
  }

  private flush(): void {
    for (const add of this.lastMinute.splice(0)) add();
    if (this.url === undefined || this.reports.length === 0) return;
    navigator.sendBeacon(this.url, new Blob([toOtlp(this.reports)], { type: 'application/json' }));
    this.reports = [];
  }
}
