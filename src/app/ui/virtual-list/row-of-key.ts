/**
 * The row that a key leads to: arrow keys, Page Up, Page Down, Home and End.
 *
 * @param event a keydown
 * @param rows how many there are, and how many of them are a page
 * @returns its index; undefined for what is the browser's: another key, one with a modifier, one outside a row
 */
export function rowOfKey(
  event: Event,
  rows: { readonly count: number; readonly page: number },
): number | undefined {
  if (!(event instanceof KeyboardEvent) || hasModifier(event)) return undefined;
  const row = event.target instanceof Element ? event.target.closest('[aria-posinset]') : null;
  if (!row) return undefined;
  const last = rows.count - 1;
  const index = Number(row.getAttribute('aria-posinset')) - 1;
  const targets: Partial<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + rows.page,
    PageUp: index - rows.page,
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), last);
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}
