import { filter, interval, map, type Observable, switchMap, take } from 'rxjs';

const POLL_INTERVAL_MS = 300;

/**
 * Emits once, when the window that was opened last has been closed. No event tells so, hence the polling; a window
 * whose site cuts it off from this page looks closed too.
 *
 * @see https://developer.mozilla.org/docs/Web/API/Window/closed
 */
export function windowClosed(opened$: Observable<Pick<Window, 'closed'>>): Observable<void> {
  return opened$.pipe(
    switchMap((opened) => interval(POLL_INTERVAL_MS).pipe(filter(() => opened.closed))),
    take(1),
    map(() => undefined),
  );
}
