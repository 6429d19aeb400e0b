import {
  type EnvironmentProviders,
  inject,
  provideEnvironmentInitializer,
  SecurityContext,
} from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

/**
 * Makes Angular create its Trusted Types policy now instead of at its first use: the content security policy allows one
 * policy of that name, so no other script can take it from here on.
 * @see https://angular.dev/best-practices/security#enforcing-trusted-types
 */
export function claimTrustedTypes(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    inject(DomSanitizer).sanitize(SecurityContext.HTML, ' ');
  });
}
