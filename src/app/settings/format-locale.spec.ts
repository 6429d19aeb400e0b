import { formatLocaleOf } from './format-locale';

describe('formatLocaleOf', () => {
  it('is the language of the page, in the region that the browser prefers for it', () => {
    expect(formatLocaleOf('de', ['en-US', 'de-AT', 'de'])).toBe('de-AT');
    expect(formatLocaleOf('de', ['en-US'])).toBe('de');
    expect(formatLocaleOf('en', ['en-GB', 'en'])).toBe('en-GB');
  });

  it('writes Arabic dates in the calendar and the digits of the rest of the page', () => {
    const format = new Intl.DateTimeFormat(formatLocaleOf('ar', ['ar-SA']), { dateStyle: 'short' });

    expect(format.resolvedOptions().calendar).toBe('gregory');
    expect(format.resolvedOptions().numberingSystem).toBe('latn');
  });
});
