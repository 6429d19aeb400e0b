import { allowRedirect, clearRedirects } from './redirect-loop-guard';

describe('allowRedirect', () => {
  beforeEach(() => {
    clearRedirects();
  });
  afterAll(() => {
    clearRedirects();
  });

  it('F14: lets the app leave twice within a minute, and no third time', () => {
    expect([0, 1_000, 2_000].map((now) => allowRedirect(now))).toEqual([true, true, false]);
  });

  it('lets it leave again a minute later', () => {
    allowRedirect(0);
    allowRedirect(1_000);

    expect(allowRedirect(60_000)).toBeTrue();
  });

  it('does not count a refusal', () => {
    allowRedirect(0);
    allowRedirect(1_000);
    allowRedirect(59_000);

    expect(allowRedirect(60_500)).toBeTrue();
  });

  it('starts again when what is stored cannot be read', () => {
    for (const stored of ['{', '"x"', '[null, "x"]']) {
      sessionStorage.setItem('app.redirects', stored);

      expect(allowRedirect(0)).toBeTrue();
    }
  });

  it('F46: starts again when the clock was turned back', () => {
    allowRedirect(1_000_000);
    allowRedirect(1_000_001);

    expect(allowRedirect(0)).toBeTrue();
  });
});
