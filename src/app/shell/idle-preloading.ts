import { Service } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { catchError, defer, EMPTY, type Observable, switchMap } from 'rxjs';
import { idle } from '../ui/browser/idle';

/**
 * Preloads routes with `data: { preload: true }` once the browser is idle: pages that are needed when the network is
 * gone. All other pages are loaded when they are opened; start/preload-links.ts makes that fast.
 * @see https://angular.dev/guide/routing/customizing-route-behavior
 */
@Service()
export class IdlePreloading implements PreloadingStrategy {
  preload(route: Route, load: () => Observable<unknown>): Observable<unknown> {
    if (route.data?.['preload'] !== true) return EMPTY;
    // Offline by then: the page is loaded when it is opened.
    return defer(idle).pipe(
      switchMap(load),
      catchError(() => EMPTY),
    );
  }
}
