import { isReachable } from './reachable';

const url = 'https://login.example/common/oauth2/v2.0/logout';

describe('isReachable', () => {
  it('accepts any response, and sends no credentials', async () => {
    const fetch = spyOn(window, 'fetch').and.resolveTo(new Response(null, { status: 503 }));

    expect(await isReachable(url)).toBeTrue();
    expect(fetch).toHaveBeenCalledOnceWith(
      url,
      jasmine.objectContaining({ mode: 'no-cors', credentials: 'omit' }),
    );
  });

  it('returns false when there is no response', async () => {
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));

    expect(await isReachable(url)).toBeFalse();
  });
});
