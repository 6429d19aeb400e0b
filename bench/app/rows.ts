/** Medians by the name of a figure, of each of the sites that were measured. */
export interface Medians {
  readonly floor: Figures;
  readonly eager: Figures;
  readonly ours: Figures;
}

export type Figures = Readonly<Record<string, number | undefined>>;

/** A line of the table. */
export interface Row {
  readonly title: string;
  readonly unit: string;
  readonly floor: number | undefined;
  readonly eager: number | undefined;
  readonly ours: number | undefined;
  /** The most that ours may be (for a score: the least); undefined when what it is a ratio of is missing. */
  readonly limit: number | undefined;
  /** How the limit comes about: `0.8 × eager`. */
  readonly rule: string;
  /** Undefined when it was not measured. */
  readonly isReached: boolean | undefined;
}

interface Rule {
  readonly text: string;
  readonly limit: (floor?: number, eager?: number) => number | undefined;
  readonly isLeast?: boolean;
}

const most = (limit: number): Rule => ({ text: `≤ ${limit}`, limit: () => limit });
const least = (limit: number): Rule => ({
  text: `≥ ${limit}`,
  limit: () => limit,
  isLeast: true,
});
const ofEager = (ratio: number): Rule => ({
  text: `≤ ${ratio} × eager`,
  limit: (_floor, eager) => eager && ratio * eager,
});
const overEager = (extra: number): Rule => ({
  text: `≤ eager + ${extra}`,
  limit: (_floor, eager) => (eager === undefined ? undefined : eager + extra),
});
const ofFloor = (ratio: number): Rule => ({
  text: `≤ ${ratio} × floor`,
  limit: (floor) => floor && ratio * floor,
});
const overFloor = (extra: number): Rule => ({
  text: `≤ floor + ${extra}`,
  limit: (floor) => (floor === undefined ? undefined : floor + extra),
});

/** Everything that is judged: its title, its unit, the figure it looks at, and the rule. */
const RULES: readonly [title: string, unit: string, figure: string, rule: Rule][] = [
  ['landing: first contentful paint', 'ms', 'fcp', overFloor(100)],
  ['landing: first contentful paint', 'ms', 'fcp', ofEager(0.4)],
  ['landing: largest contentful paint', 'ms', 'lcp', overFloor(100)],
  ['landing: largest contentful paint', 'ms', 'lcp', ofEager(0.4)],
  ['landing: bytes before the largest paint', 'B', 'bytesBeforePaint', most(11_000)],
  ['landing: requests before the largest paint', '', 'requestsBeforePaint', most(1)],
  ['landing: blocking time', 'ms', 'blocking', most(0)],
  ['landing: layout shift', '', 'shift', most(0)],
  ['landing: main-thread time', 'ms', 'mainThread', ofFloor(1.2)],
  ['click when "Sign in" is visible → authorize leaves', 'ms', 'earlyClick', ofEager(0.8)],
  ['click on a settled page → authorize leaves', 'ms', 'settledClick', most(100)],
  ['click on a settled page → profile shown', 'ms', 'profileFromClick', ofEager(0.9)],
  ['cold deep link → profile shown', 'ms', 'deepLink', ofEager(1.02)],
  ['page loads after authorize', '', 'pageLoads', most(1)],
  ['token POSTs', '', 'tokenPosts', most(1)],
  ['discovery calls', '', 'discovery', most(0)],
  ['warm reload of /profile', 'ms', 'warmReload', ofEager(1)],
  ['click on Mail in the rail → skeleton shown, processor 1×', 'ms', 'mailSkeleton', most(100)],
  ['click on Mail in the rail → messages shown, processor 1×', 'ms', 'mailData', overEager(100)],
  ['click on Mail in the rail: round trips to Graph', '', 'mailRounds', most(1)],
  ['10,000 messages: most rows in the page', '', 'listRows', most(199)],
  ['10,000 messages: longest task while scrolling', 'ms', 'listTask', most(50)],
  ['script from landing to profile (br)', 'B', 'script', most(200_000)],
  ['bridge page script (br)', 'B', 'bridge', most(4_000)],
  ['interceptors, cached token, processor 1×', 'ms', 'interceptors', most(2)],
  ['Lighthouse, landing: lowest of four', '', 'lighthouseLanding', least(100)],
  ['Lighthouse, signed-in profile: lowest of four', '', 'lighthouseProfile', least(99)],
  ['production build', 's', 'build', most(45)],
  ['ng serve ready', 's', 'serve', most(8)],
  ['ng serve: rebuild', 's', 'rebuild', most(1)],
];

export function rowsOf({ floor, eager, ours }: Medians): Row[] {
  return RULES.map(([title, unit, figure, rule]) => {
    const value = ours[figure];
    const limit = rule.limit(floor[figure], eager[figure]);
    return {
      title,
      unit,
      floor: floor[figure],
      eager: eager[figure],
      ours: value,
      limit,
      rule: rule.text,
      isReached:
        value === undefined || limit === undefined
          ? undefined
          : rule.isLeast
            ? value >= limit
            : value <= limit,
    };
  });
}

/** The rows as a table of Markdown, so that docs/performance.md can take it as it is. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.title,
    ...[row.floor, row.eager, row.ours].map((value) => shown(value, row.unit)),
    row.rule,
    row.isReached === undefined ? 'not measured' : row.isReached ? 'yes' : '**no**',
  ]);
  const lines = [
    ['', 'floor', 'eager', 'ours', 'to reach', 'reached'],
    ['---', '--:', '--:', '--:', '---', '---'],
    ...cells,
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function shown(value: number | undefined, unit: string): string {
  if (value === undefined) return '–';
  const digits = value < 10 && !Number.isInteger(value) ? 2 : 0;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}

/** @returns NaN for an empty list */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}
