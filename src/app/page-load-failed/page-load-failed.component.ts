import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * Shown in place of a page whose part of the app did not arrive. A link loads that page anew, with the
 * parts that are there now; only the person starts that, so that it cannot repeat itself.
 */
@Component({
  selector: 'app-page-load-failed',
  template: `
    <section class="problem" role="alert">
      <h1 tabindex="-1">This page did not load</h1>
      <p>The app may have been updated, or the connection was lost.</p>
      <p class="action"><a class="button" [href]="url">Load the page again</a></p>
    </section>
  `,
})
export class PageLoadFailedComponent {
  /** Path in this app; from the navigation, never from the address, which anybody can make up. */
  protected readonly url = String(inject(Router).currentNavigation()?.extras.state?.['url'] ?? '/');
}
