/**
 * Returns the locale in which dates, numbers and names of languages are written: that of the page, in the region that
 * the reader's browser prefers: `de-AT` for a German page where it prefers that, else `de`. Arabic has the digits and
 * the calendar that the rest of the app has: weeks begin on Mondays, and counts are written in Western digits.
 */
export function formatLocaleOf(language: string, preferred: readonly string[]): string {
  const regional = preferred.find((tag) => tag.split('-')[0] === language) ?? language;
  return language === 'ar' ? `${regional}-u-ca-gregory-nu-latn` : regional;
}

/** Of this page. English where there is no page: while the build renders one. */
export const formatLocale =
  typeof document === 'undefined'
    ? 'en'
    : formatLocaleOf(document.documentElement.lang || 'en', navigator.languages);
