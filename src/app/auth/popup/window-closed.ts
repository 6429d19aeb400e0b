import { filter, interval, map, type Observable, switchMap, take } from 'rxjs';

const POLL_INTERVAL_MS = 300;

/**
 * Emits once the window that was opened last has closed. There is no event for it, so it is polled; a window whose site
 * isolates itself from this page looks closed too.
 * @see https://developer.mozilla.org/docs/Web/API/Window/closed
 */
export function windowClosed(opened$: Observable<Pick<Window, 'closed'>>): Observable<void> {
  return opened$.pipe(
    switchMap((opened) => interval(POLL_INTERVAL_MS).pipe(filter(() => opened.closed))),
    take(1),
    map(() => undefined),
  );
}
