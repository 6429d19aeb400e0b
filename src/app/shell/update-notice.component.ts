import { Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { appRoot } from '../settings/app-root';

/** A deployment is noticed within this time, or when the person comes back to the tab. */
const INTERVAL_MS = 30 * 60_000;

/** Somebody who switches tabs all the time does not ask the server each time. */
const PAUSE_MS = 60_000;

/**
 * Says that a newer version of the app has been deployed. Only the person loads it: they may be in the middle of something.
 *
 * tools/finish-build.ts names the build's chunks in every page, so the app's page tells its version. The server is
 * asked whether that has changed (a 304 when it has not). With `ng serve`, which names no chunks, nothing is asked.
 */
@Component({
  selector: 'app-update-notice',
  host: { role: 'status', '(document:visibilitychange)': 'onReturn()' },
  template: `
    @if (isOutdated()) {
      <p>
        <ng-container i18n>A new version of this app is available.</ng-container>
        <button class="button quiet" type="button" (click)="document.location.reload()" i18n>
          Load it
        </button>
        <button class="button quiet" type="button" (click)="isOutdated.set(false)" i18n>
          Not now
        </button>
      </p>
    }
  `,
})
export class UpdateNoticeComponent {
  protected readonly document = inject(DOCUMENT);
  protected readonly isOutdated = signal(false);
  private readonly version = this.document.querySelector<HTMLMetaElement>('meta[name=chunks]');
  private askedAt = Date.now();

  constructor() {
    const interval = setInterval(() => {
      if (!this.document.hidden) void this.check();
    }, INTERVAL_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(interval);
    });
  }

  protected onReturn(): void {
    if (!this.document.hidden && Date.now() - this.askedAt >= PAUSE_MS) void this.check();
  }

  private async check(): Promise<void> {
    if (!this.version) return;
    this.askedAt = Date.now();
    try {
      const page = await fetch(appRoot(this.document), { cache: 'no-cache' });
      const html = await page.text();
      // A proxy's sign-in page names no chunks, and says nothing of the app.
      const isApp = page.ok && html.includes('<meta name="chunks"');
      this.isOutdated.set(isApp && !html.includes(this.version.content));
    } catch {
      // Offline, which the banner says: the next time tells.
    }
  }
}
