import { formatDuration, retryAfter } from './retry-after';

const now = Date.parse('2026-11-22T10:00:00Z');

describe('retryAfter', () => {
  const cases: [header: string | null, milliseconds: number | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['0', 0],
    ['1', 1_000],
    [' 120 ', 120_000],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['99999999999', undefined],
  ];
  for (const [header, milliseconds] of cases) {
    it(`parses ${JSON.stringify(header)} as ${milliseconds ?? 'nothing'}`, () => {
      expect(retryAfter(header, now)).toBe(milliseconds);
    });
  }
});

describe('formatDuration', () => {
  const cases: [milliseconds: number, words: string][] = [
    [0, '1 second'],
    [1_001, '2 seconds'],
    [89_000, '89 seconds'],
    [90_000, '2 minutes'],
    [3_600_000, '60 minutes'],
    [7_200_000, '2 hours'],
  ];
  for (const [milliseconds, words] of cases) {
    it(`formats ${milliseconds} ms as ${words}`, () => {
      expect(formatDuration(milliseconds)).toBe(words);
    });
  }
});
