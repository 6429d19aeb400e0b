import { exampleSettings } from '../../settings/example-settings';
import { accountStorageKey, clearAccountStorage } from './account-storage';
import { storeSignInTime, signInTime } from './sign-in-time';

const id = 'adele.contoso';

describe('sign-in time', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(5_000));
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    clearAccountStorage(exampleSettings, id);
  });

  for (const cacheLocation of ['sessionStorage', 'localStorage'] as const) {
    it(`is stored where the tokens are: ${cacheLocation}`, () => {
      storeSignInTime(id, { ...exampleSettings, cacheLocation });

      expect(signInTime(id, { ...exampleSettings, cacheLocation })).toBe(5_000);
      expect(
        window[cacheLocation].getItem(accountStorageKey(exampleSettings, id, 'signed-in')),
      ).toBe('5000');
    });
  }

  it('is the one of the last sign-in', () => {
    storeSignInTime(id, { ...exampleSettings, cacheLocation: 'sessionStorage' });
    jasmine.clock().mockDate(new Date(6_000));
    storeSignInTime(id, { ...exampleSettings, cacheLocation: 'sessionStorage' });

    expect(signInTime(id, { ...exampleSettings, cacheLocation: 'sessionStorage' })).toBe(6_000);
  });

  it('is undefined for another account, and for an invalid entry', () => {
    storeSignInTime(id, { ...exampleSettings, cacheLocation: 'sessionStorage' });

    expect(
      signInTime('somebody.else', { ...exampleSettings, cacheLocation: 'sessionStorage' }),
    ).toBeUndefined();

    sessionStorage.setItem(accountStorageKey(exampleSettings, id, 'signed-in'), 'x');

    expect(signInTime(id, { ...exampleSettings, cacheLocation: 'sessionStorage' })).toBeUndefined();
  });
});
