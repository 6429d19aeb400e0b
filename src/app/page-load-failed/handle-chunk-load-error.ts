import { ErrorHandler, inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

/** Where `PageLoadFailedComponent` is. */
export const PAGE_LOAD_FAILED_ROUTE = 'page-did-not-load';

/**
 * Shows that a page's chunk could not be loaded: it is gone after a deployment, or the connection broke. The address
 * stays, and other pages can still be reached.
 */
export function handleChunkLoadError({ url, error }: NavigationError): RedirectCommand {
  // Offline there is nothing to mend but the connection, which the page says.
  if (navigator.onLine) inject(ErrorHandler).handleError(error);
  const page = inject(Router).parseUrl(PAGE_LOAD_FAILED_ROUTE);
  return new RedirectCommand(page, { skipLocationChange: true, state: { url } });
}
