import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Shown for an address that names no page. */
@Component({
  selector: 'app-not-found',
  imports: [RouterLink],
  template: `
    <section class="message">
      <h1 tabindex="-1" i18n>There is no such page</h1>
      <p i18n>The address may be misspelt, or the page may have moved.</p>
      <p class="action"><a class="button" routerLink="/" i18n>Go to the start page</a></p>
    </section>
  `,
})
export class NotFoundComponent {}
