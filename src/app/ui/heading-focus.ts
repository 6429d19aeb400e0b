import {
  afterNextRender,
  DOCUMENT,
  effect,
  type EnvironmentProviders,
  inject,
  Injector,
  provideEnvironmentInitializer,
} from '@angular/core';
import { Router } from '@angular/router';

/**
 * Moves the focus to the heading after a navigation, where screen reader and Tab key continue. Not on the first page.
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-order
 */
export function provideHeadingFocus(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const document = inject(DOCUMENT);
    const injector = inject(Injector);
    let path: string | undefined;
    effect(() => {
      const arrived = router.lastSuccessfulNavigation()?.finalUrl?.toString().split(/[?#]/, 1)[0];
      if (path !== undefined && arrived !== path) {
        afterNextRender(() => document.querySelector('h1')?.focus(), { injector });
      }
      path = arrived;
    });
  });
}
