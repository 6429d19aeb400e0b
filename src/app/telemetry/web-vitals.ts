/** A core web vital of this page load; milliseconds, for `cls` a score. */
export interface WebVital {
  readonly name: 'lcp' | 'cls' | 'inp';
  readonly value: number;
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** `interactionId` is not in TypeScript's library yet. */
type Interaction = PerformanceEntry & { readonly interactionId?: number };

/** `durationThreshold` is not there either. */
interface ObserverOptions extends PerformanceObserverInit {
  readonly durationThreshold: number;
}

const WINDOW_MS = 5_000;
const GAP_MS = 1_000;
/** One slow interaction in fifty does not count: close to the 98th percentile. */
const PER_OUTLIER = 50;

/**
 * Measures from the beginning of the page load, in browsers that can.
 * @returns the values so far
 * @see https://web.dev/articles/vitals
 */
export function observeWebVitals(): () => WebVital[] {
  let lcp: number | undefined;
  let cls: number | undefined;
  let window = { begin: 0, end: 0, score: 0 };
  const interactions = new Map<number, number>();
  observe('largest-contentful-paint', (entry) => (lcp = entry.startTime));
  observe('layout-shift', (entry) => {
    const { startTime, value, hadRecentInput } = entry as LayoutShift;
    if (hadRecentInput) return;
    const continues = startTime - window.end < GAP_MS && startTime - window.begin < WINDOW_MS;
    window = continues
      ? { ...window, end: startTime, score: window.score + value }
      : { begin: startTime, end: startTime, score: value };
    cls = Math.max(cls ?? 0, window.score);
  });
  observe('event', (entry) => {
    const { interactionId = 0, duration } = entry as Interaction;
    if (interactionId > 0)
      interactions.set(interactionId, Math.max(interactions.get(interactionId) ?? 0, duration));
  });
  return () => {
    const longest = [...interactions.values()].sort((a, b) => b - a);
    const inp = longest[Math.floor(longest.length / PER_OUTLIER)];
    return Object.entries({ lcp, cls, inp }).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name: name as WebVital['name'], value }],
    );
  };
}

function observe(type: string, onEntry: (entry: PerformanceEntry) => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
  const observer = new PerformanceObserver((list) => {
    list.getEntries().forEach(onEntry);
  });
  // Shorter interactions are no trouble to anybody; browsers leave out all below 104 ms unless asked.
  const options: ObserverOptions = { type, buffered: true, durationThreshold: 40 };
  observer.observe(options);
}
