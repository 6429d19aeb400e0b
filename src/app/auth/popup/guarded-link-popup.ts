import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../session/session';

/**
 * Opens the popup for a click on a link to a guarded page before RouterLink, because MsalGuard can only redirect. Knows
 * top-level routes without parameters, and takes any `canActivate` for MsalGuard; other links redirect.
 */
export function openPopupForGuardedLinks(): void {
  const session = inject(Session);
  const router = inject(Router);
  const location = inject(Location);
  const isGuarded = (path: string) =>
    router.config.some((route) => `/${route.path ?? ''}` === path && route.canActivate);
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const path = location.normalize(link.pathname);
      if (session.isSignedIn() || link.origin !== window.location.origin || !isGuarded(path))
        return;
      event.preventDefault();
      event.stopPropagation();
      session.signIn(path + link.search + link.hash);
    },
    { capture: true },
  );
}
