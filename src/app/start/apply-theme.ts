/**
 * Applies the chosen theme (ui/theme.ts) before the first paint. The key is repeated here, because the start script
 * shares no module with the rest of the app; a spec compares the two.
 */
export function applyTheme(window: Window): void {
  try {
    const theme = window.localStorage.getItem('app.theme');
    if (theme === 'light' || theme === 'dark')
      window.document.documentElement.style.colorScheme = theme;
  } catch {
    // Storage is refused: the app reports it at sign-in.
  }
}
