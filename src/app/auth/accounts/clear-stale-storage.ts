import type { Settings } from '../../settings/settings';
import { storageKey, type StorageScope } from './account-storage';
import { signInTime } from './sign-in-time';

/**
 * Clears what this tab has stored of accounts that another tab has signed out while this one was away: a draft would
 * wait for whoever opens it next. With localStorage the time of the sign-in goes with the sign-out, for every tab; with
 * sessionStorage each tab has a sign-in of its own, and `TabSync.missedSignOuts` finds out.
 */
export function clearStaleStorage(scope: StorageScope & Pick<Settings, 'cacheLocation'>): void {
  if (scope.cacheLocation !== 'localStorage') return;
  const prefix = storageKey(scope, '');
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(prefix))) {
    const [accountId = '', name] = key.slice(prefix.length).split('|');
    if (name !== undefined && signInTime(accountId, scope) === undefined)
      sessionStorage.removeItem(key);
  }
}
