/** The languages of a production build, each by its own name. `i18n` in angular.json has the same. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'ja', name: '日本語' },
  { code: 'ar', name: 'العربية' },
] as const;

/**
 * Returns the address of a page in another language.
 *
 * @param sitePath path of the app without its language: `/` or `/portal/`
 * @param code one of `languages`; English has no folder
 * @param url the page within the app, with query and fragment: `/mail?folder=inbox`
 */
export function inLanguage(sitePath: string, code: string, url: string): string {
  return `${sitePath}${code === 'en' ? '' : `${code}/`}${url.replace(/^\//, '')}`;
}
