import type { Exchange } from './slow-page.ts';

const WIDTH = 960;
const LABELS = 300;
const LINE = 18;
const TOP = 44;

const COLOURS: Readonly<Record<string, string | undefined>> = {
  Document: '#4338ca',
  Script: '#b45309',
  Stylesheet: '#7c3aed',
  Fetch: '#047857',
  Image: '#db2777',
};

/**
 * The requests of a journey as a chart: one bar for each, from its start to its end, on a common clock.
 *
 * @param end milliseconds at which the journey was over
 * @returns an SVG document
 */
export function chartOf(title: string, exchanges: readonly Exchange[], end: number): string {
  const shown = exchanges.filter(({ url, start }) => url.startsWith('http') && start <= end);
  const scale = (WIDTH - LABELS - 60) / end;
  const bars = shown.map((exchange, index) => bar(exchange, TOP + index * LINE, scale, end));
  const height = TOP + shown.length * LINE + 16;
  const x = LABELS + end * scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="22" font-size="14" font-weight="600">${escaped(title)}</text>
<line x1="${x}" x2="${x}" y1="30" y2="${height - 8}" stroke="#b3202c" stroke-dasharray="4 3"/>
<text x="${x}" y="26" text-anchor="end" fill="#b3202c">${Math.round(end)} ms</text>
${bars.join('\n')}
</svg>
`;
}

function bar(
  { url, method, type, start, end, isCached }: Exchange,
  y: number,
  scale: number,
  last: number,
): string {
  const { pathname } = new URL(url);
  const label = `${method === 'GET' ? '' : `${method} `}${pathname}`;
  const until = Math.min(end ?? last, last);
  const colour = COLOURS[type] ?? '#565b73';
  return (
    `<text x="${LABELS - 8}" y="${y + 11}" text-anchor="end">${escaped(shortened(label))}</text>` +
    `<rect x="${LABELS + start * scale}" y="${y + 2}" width="${Math.max(2, (until - start) * scale)}" height="11" rx="2" fill="${colour}"${isCached ? ' opacity="0.35"' : ''}/>`
  );
}

const shortened = (label: string) => (label.length > 46 ? `…${label.slice(-45)}` : label);

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
