/** What runs in the page while the mail page is opened and scrolled. */

/** What `reportOpened` leaves in the page; times in milliseconds since 1970. */
export interface Opened {
  opened?: {
    clicked?: number;
    /** The first frame with a place for what comes. */
    skeleton?: number;
    /** The first frame with it. */
    data?: number;
  };
}

/** Runs in the page before anything of its own: notes what is shown after a click on a link to a page. */
export function reportOpened(heading: string): void {
  const opened: NonNullable<Opened['opened']> = {};
  (window as unknown as Opened).opened = opened;
  const now = () => performance.timeOrigin + performance.now();
  const observer = new MutationObserver(() => {
    if (document.querySelector('main h1')?.textContent.trim() !== heading) return;
    if (document.querySelector('main .skeleton'))
      requestAnimationFrame(() => (opened.skeleton ??= now()));
    if (!document.querySelector('main li')) return;
    observer.disconnect();
    requestAnimationFrame(() => (opened.data = now()));
  });
  const start = ({ timeStamp }: Event) => {
    opened.clicked = performance.timeOrigin + timeStamp;
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  };
  window.addEventListener('click', start, { capture: true, once: true });
}

/**
 * Runs in the page: scrolls the list of messages to its end, some fifty rows a frame.
 *
 * @returns the most rows that were in the page, and the longest task in milliseconds; 0 below 50, where none is long
 */
export async function scrollToTheEnd(total: number): Promise<{ rows: number; task: number }> {
  let task = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) task = Math.max(task, duration);
  };
  const observer = new PerformanceObserver((list) => {
    note(list.getEntries());
  });
  observer.observe({ type: 'longtask' });
  const list = document.querySelector('app-virtual-list');
  let rows = 0;
  let isAtEnd = false;
  while (list && !isAtEnd) {
    list.scrollBy(0, 4_000);
    await new Promise(requestAnimationFrame);
    const items = list.querySelectorAll('li');
    rows = Math.max(rows, items.length);
    isAtEnd = [...items].at(-1)?.getAttribute('aria-posinset') === String(total);
  }
  note(observer.takeRecords());
  return { rows, task };
}
