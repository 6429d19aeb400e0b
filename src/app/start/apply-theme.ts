/**
 * Shows the theme that was chosen in this browser (ui/theme.ts), before anything is painted, so that nothing flashes.
 * The start script shares no module with the rest of the app, so the key stands here once more; the spec compares them.
 */
export function applyTheme(window: Window): void {
  try {
    const theme = window.localStorage.getItem('app.theme');
    if (theme === 'light' || theme === 'dark')
      window.document.documentElement.style.colorScheme = theme;
  } catch {
    // Storage is refused: the app says so when somebody wants to sign in.
  }
}
