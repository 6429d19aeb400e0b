import { afterNextRender, Component, signal } from '@angular/core';

/** Shows that the browser is offline. */
@Component({
  selector: 'app-offline-banner',
  host: {
    role: 'status',
    '(window:online)': 'offline.set(false)',
    '(window:offline)': 'offline.set(true)',
  },
  template: `
    @if (offline()) {
      <p i18n>You are offline. What you see stays; new data comes when the connection is back.</p>
    }
  `,
})
export class OfflineBannerComponent {
  protected readonly offline = signal(false);

  constructor() {
    afterNextRender(() => {
      this.offline.set(!navigator.onLine);
    });
  }
}
