import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * Shown instead of a page whose chunk could not be loaded. Only the person reloads it, so that it cannot loop.
 */
@Component({
  selector: 'app-page-load-failed',
  template: `
    <section class="problem">
      <div role="alert"><h1 tabindex="-1" i18n>This page did not load</h1></div>
      <p i18n>The app may have been updated, or the connection was lost.</p>
      <p class="action"><a class="button" [href]="url" i18n>Load the page again</a></p>
    </section>
  `,
})
export class PageLoadFailedComponent {
  /** Path in this app; from the navigation, never from the address, which anybody can make up. */
  protected readonly url = inject(Location).prepareExternalUrl(
    String(inject(Router).currentNavigation()?.extras.state?.['url'] ?? '/'),
  );
}
