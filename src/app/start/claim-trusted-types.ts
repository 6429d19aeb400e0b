import {
  type EnvironmentProviders,
  inject,
  provideEnvironmentInitializer,
  SecurityContext,
} from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

/**
 * Makes Angular create its Trusted Types policy now, by its first sanitizing, and not when it happens to need it: the
 * content security policy allows one policy of that name, so from here on no other script can have it.
 * @see https://angular.dev/best-practices/security#enforcing-trusted-types
 */
export function claimTrustedTypes(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    inject(DomSanitizer).sanitize(SecurityContext.HTML, ' ');
  });
}
