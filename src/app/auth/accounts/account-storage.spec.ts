import { exampleSettings } from '../../settings/example-settings';
import { clearAccountStorage, accountStorageKey } from './account-storage';

describe('clearAccountStorage', () => {
  const keys = [
    accountStorageKey(exampleSettings, 'adele', 'draft.x'),
    accountStorageKey(exampleSettings, 'adele', 'active'),
    accountStorageKey(exampleSettings, 'adele.2', 'active'),
    'adele',
  ];

  for (const storage of [sessionStorage, localStorage]) {
    const name = storage === localStorage ? 'localStorage' : 'sessionStorage';

    it(`removes what ${name} has of the account, and nothing else`, () => {
      for (const key of keys) storage.setItem(key, 'x');
      clearAccountStorage(exampleSettings, 'adele');
      const left = keys.filter((key) => storage.getItem(key) !== null);
      for (const key of keys) storage.removeItem(key);

      expect(left).toEqual([accountStorageKey(exampleSettings, 'adele.2', 'active'), 'adele']);
    });
  }
});
