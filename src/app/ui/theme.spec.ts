import { applyTheme } from '../start/apply-theme';
import { storedTheme, storeTheme } from './theme';

describe('theme', () => {
  const shown = () => document.documentElement.style.colorScheme;

  afterEach(() => {
    storeTheme(window, 'system');
  });

  it('is the system’s until somebody chooses', () => {
    expect(storedTheme(window)).toBe('system');

    applyTheme(window);

    expect(shown()).toBe('');
  });

  it('is kept for the next page load', () => {
    storeTheme(window, 'dark');
    document.documentElement.style.colorScheme = '';
    applyTheme(window);

    expect(shown()).toBe('dark');
    expect(storedTheme(window)).toBe('dark');

    storeTheme(window, 'system');

    expect(shown()).toBe('');
    expect(localStorage.getItem('app.theme')).toBeNull();
  });

  it('takes no other text out of the storage', () => {
    localStorage.setItem('app.theme', 'url(x)');

    expect(storedTheme(window)).toBe('system');
  });

  it('is the system’s where storage is refused', () => {
    const refused = {
      document,
      get localStorage(): Storage {
        throw new DOMException('', 'SecurityError');
      },
    } as unknown as Window;

    expect(() => {
      applyTheme(refused);
    }).not.toThrow();
  });
});
