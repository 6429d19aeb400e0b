/** Light or dark; `system` is what the device is set to. */
export type Theme = 'system' | 'light' | 'dark';

/** In start/apply-theme.ts as well. Not of an account: it is how this browser shows the app, also before anybody has signed in. */
const KEY = 'app.theme';

/** Returns the theme that was chosen in this browser. */
export function storedTheme({ localStorage }: Pick<Window, 'localStorage'>): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Shows a theme, and keeps it for later page loads. */
export function storeTheme({ document, localStorage }: Window, theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  show(document, theme);
}

/** Every colour follows `color-scheme`: see ui/styles/tokens.css. */
function show(document: Document, theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}
