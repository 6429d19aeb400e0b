import { countRedirect, forgetRedirects } from './redirect-breaker';

describe('countRedirect', () => {
  beforeEach(() => {
    forgetRedirects();
  });
  afterAll(() => {
    forgetRedirects();
  });

  it('F14: lets the app leave twice within a minute, and no third time', () => {
    expect([0, 1_000, 2_000].map((now) => countRedirect(now))).toEqual([true, true, false]);
  });

  it('lets it leave again a minute later', () => {
    countRedirect(0);
    countRedirect(1_000);

    expect(countRedirect(60_000)).toBeTrue();
  });

  it('does not count a refusal', () => {
    countRedirect(0);
    countRedirect(1_000);
    countRedirect(59_000);

    expect(countRedirect(60_500)).toBeTrue();
  });

  it('begins anew when what is stored cannot be read', () => {
    for (const stored of ['{', '"x"', '[null, "x"]']) {
      sessionStorage.setItem('app.redirects', stored);

      expect(countRedirect(0)).toBeTrue();
    }
  });

  it('F46: begins anew when the clock was turned back', () => {
    countRedirect(1_000_000);
    countRedirect(1_000_001);

    expect(countRedirect(0)).toBeTrue();
  });
});
