import { formatLocale } from '../settings/format-locale';

/**
 * Parses a Retry-After header, seconds or a date, into milliseconds; undefined when it is not valid.
 * @see RFC 9110 section 10.2.3
 */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse accepts almost anything; an HTTP date begins with the day of the week.
  const date = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 90) return amount(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? amount(minutes, 'minute') : amount(Math.ceil(minutes / 60), 'hour');
}

function amount(count: number, unit: string): string {
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(formatLocale, format).format(count);
}
