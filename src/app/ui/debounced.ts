import type { Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime } from 'rxjs';

/** Long enough for the next key, short enough not to be felt as a wait. */
const PAUSE_MS = 300;

/**
 * Returns a signal that follows `source` once it has not changed for a while: one request for a pause in typing, not
 * one for a key. Needs an injection context.
 */
export function debounced<T>(source: Signal<T>, initial: T): Signal<T> {
  return toSignal(toObservable(source).pipe(debounceTime(PAUSE_MS)), { initialValue: initial });
}
