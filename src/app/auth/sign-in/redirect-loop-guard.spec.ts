import { storageKey } from '../accounts/account-storage';
import { exampleSettings } from '../../settings/example-settings';
import { allowRedirect, clearRedirects } from './redirect-loop-guard';

describe('allowRedirect', () => {
  beforeEach(() => {
    clearRedirects(exampleSettings);
  });
  afterAll(() => {
    clearRedirects(exampleSettings);
  });

  it('F14: allows two redirects within a minute, and no third', () => {
    expect([0, 1_000, 2_000].map((now) => allowRedirect(exampleSettings, now))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('allows a redirect again a minute later', () => {
    allowRedirect(exampleSettings, 0);
    allowRedirect(exampleSettings, 1_000);

    expect(allowRedirect(exampleSettings, 60_000)).toBeTrue();
  });

  it('does not count a redirect that was not allowed', () => {
    allowRedirect(exampleSettings, 0);
    allowRedirect(exampleSettings, 1_000);
    allowRedirect(exampleSettings, 59_000);

    expect(allowRedirect(exampleSettings, 60_500)).toBeTrue();
  });

  it('starts again when what is stored cannot be read', () => {
    for (const stored of ['{', '"x"', '[null, "x"]']) {
      sessionStorage.setItem(storageKey(exampleSettings, 'redirects'), stored);

      expect(allowRedirect(exampleSettings, 0)).toBeTrue();
    }
  });

  it('F46: starts again when the clock was set back', () => {
    allowRedirect(exampleSettings, 1_000_000);
    allowRedirect(exampleSettings, 1_000_001);

    expect(allowRedirect(exampleSettings, 0)).toBeTrue();
  });
});
