import { forgetRedirects, mayRedirect } from './redirect-breaker';

describe('mayRedirect', () => {
  beforeEach(() => {
    forgetRedirects();
  });
  afterAll(() => {
    forgetRedirects();
  });

  it('F14: lets the app leave twice within a minute, and no third time', () => {
    expect([0, 1_000, 2_000].map((now) => mayRedirect(now))).toEqual([true, true, false]);
  });

  it('lets it leave again a minute later', () => {
    mayRedirect(0);
    mayRedirect(1_000);

    expect(mayRedirect(60_000)).toBeTrue();
  });

  it('does not count a refusal', () => {
    mayRedirect(0);
    mayRedirect(1_000);
    mayRedirect(59_000);

    expect(mayRedirect(60_500)).toBeTrue();
  });

  it('begins anew when what is stored cannot be read', () => {
    for (const stored of ['{', '"x"', '[null, "x"]']) {
      sessionStorage.setItem('app.redirects', stored);

      expect(mayRedirect(0)).toBeTrue();
    }
  });

  it('F46: begins anew when the clock was turned back', () => {
    mayRedirect(1_000_000);
    mayRedirect(1_000_001);

    expect(mayRedirect(0)).toBeTrue();
  });
});
