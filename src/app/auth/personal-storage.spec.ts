import { forgetPersonal, personalKey } from './personal-storage';

describe('forgetPersonal', () => {
  const keys = [
    personalKey('adele', 'draft.x'),
    personalKey('adele', 'active'),
    personalKey('adele.2', 'active'),
    'adele',
  ];

  for (const storage of [sessionStorage, localStorage]) {
    const name = storage === localStorage ? 'localStorage' : 'sessionStorage';

    it(`removes what ${name} has of the account, and nothing else`, () => {
      for (const key of keys) storage.setItem(key, 'x');
      forgetPersonal('adele');
      const left = keys.filter((key) => storage.getItem(key) !== null);
      for (const key of keys) storage.removeItem(key);

      expect(left).toEqual([personalKey('adele.2', 'active'), 'adele']);
    });
  }
});
