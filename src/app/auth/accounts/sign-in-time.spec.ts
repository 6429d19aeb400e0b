import { clearAccountStorage } from './account-storage';
import { storeSignInTime, signInTime } from './sign-in-time';

const id = 'adele.contoso';

describe('sign-in time', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(5_000));
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    clearAccountStorage(id);
  });

  for (const cacheLocation of ['sessionStorage', 'localStorage'] as const) {
    it(`is stored where the tokens are: ${cacheLocation}`, () => {
      storeSignInTime(id, { cacheLocation });

      expect(signInTime(id, { cacheLocation })).toBe(5_000);
      expect(window[cacheLocation].getItem(`app.person|${id}|signed-in`)).toBe('5000');
    });
  }

  it('is the last one’s', () => {
    storeSignInTime(id, { cacheLocation: 'sessionStorage' });
    jasmine.clock().mockDate(new Date(6_000));
    storeSignInTime(id, { cacheLocation: 'sessionStorage' });

    expect(signInTime(id, { cacheLocation: 'sessionStorage' })).toBe(6_000);
  });

  it('is not known of another account, nor from nonsense', () => {
    storeSignInTime(id, { cacheLocation: 'sessionStorage' });

    expect(signInTime('somebody.else', { cacheLocation: 'sessionStorage' })).toBeUndefined();

    sessionStorage.setItem(`app.person|${id}|signed-in`, 'x');

    expect(signInTime(id, { cacheLocation: 'sessionStorage' })).toBeUndefined();
  });
});
