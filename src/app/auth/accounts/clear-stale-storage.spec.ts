import { exampleSettings } from '../../settings/example-settings';
import { accountStorageKey, storageKey } from './account-storage';
import { clearStaleStorage } from './clear-stale-storage';
import { storeSignInTime } from './sign-in-time';

describe('clearStaleStorage', () => {
  const shared = { ...exampleSettings, cacheLocation: 'localStorage' } as const;
  const draft = accountStorageKey(shared, 'adele', 'draft.correction');

  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
    sessionStorage.setItem(draft, '{}');
    sessionStorage.setItem(storageKey(shared, 'notice'), 'idle');
    sessionStorage.setItem('app|other|/|adele|draft', '{}');
  });

  afterEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('clears the draft of an account that was signed out meanwhile, and nothing else', () => {
    clearStaleStorage(shared);

    expect(Object.keys(sessionStorage).sort()).toEqual([
      storageKey(shared, 'notice'),
      'app|other|/|adele|draft',
    ]);
  });

  it('keeps the draft of an account that is signed in', () => {
    storeSignInTime('adele', shared);
    clearStaleStorage(shared);

    expect(sessionStorage.getItem(draft)).toBe('{}');
  });

  it('leaves tabs that have a sign-in of their own alone', () => {
    clearStaleStorage(exampleSettings);

    expect(sessionStorage.getItem(draft)).toBe('{}');
  });
});
