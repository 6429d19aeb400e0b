/** What runs in the page that is measured, put there before anything of its own. */

/** What `observe` leaves in the page. */
export interface Observed {
  seen: { fcp: number; lcp: number; blocking: number; shift: number };
}

/** Runs in the page: says when the profile is painted, in milliseconds since 1970. */
export function reportProfileShown(shown: string): void {
  const observer = new MutationObserver(() => {
    const names = [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent);
    if (!names.some((name) => name.trim() === 'Adele Vance')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      console.debug(`${shown}${performance.timeOrigin + performance.now()}`);
    });
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page: says when the person has clicked. */
export function reportClick(clicked: string): void {
  const say = ({ timeStamp }: Event) => {
    console.debug(`${clicked}${performance.timeOrigin + timeStamp}`);
  };
  window.addEventListener('click', say, { capture: true });
}

/** Runs in the page: selects "Sign in" in the first frame after one that had it. */
export function clickSignInWhenVisible(): void {
  const look = () => {
    const link = [...document.querySelectorAll<HTMLElement>('main a')].find(
      (element) => element.textContent.trim() === 'Sign in' && element.offsetParent,
    );
    if (!link) requestAnimationFrame(look);
    else
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          link.click();
        }),
      );
  };
  if (window.location.pathname === '/') look();
}

/** Runs in the page before anything of its own. */
export function observe(): void {
  const seen = { fcp: 0, lcp: 0, blocking: 0, shift: 0 };
  (window as unknown as Observed).seen = seen;
  const watch = (type: string, take: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => {
      list.getEntries().forEach(take);
    }).observe({ type, buffered: true });
  };
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  watch('longtask', ({ startTime, duration }) => {
    if (startTime + duration > seen.fcp) seen.blocking += Math.max(0, duration - 50);
  });
  watch('layout-shift', (entry) => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value;
  });
}
