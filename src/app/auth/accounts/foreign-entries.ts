import { ACCOUNT_KEYS, INTERACTION_STATUS_KEY, TOKEN_KEYS } from './msal-storage-keys';

/**
 * Remembers what MSAL has stored for other apps on this origin. MSAL shares accounts between all of them: signing one
 * out removes it for the others too, and signing out of all removes the others' tokens.
 *
 * @param clientId of this app
 * @returns puts back what has been removed since
 */
export function foreignEntries(storage: Storage, clientId: string): () => void {
  const keys = Object.keys(storage);
  const others = keys.flatMap((key) => TOKEN_KEYS.exec(key)?.[1] ?? []).filter(isOther(clientId));
  if (others.length === 0) return () => undefined;
  const own = keys.filter((key) => others.some((other) => key.includes(other)));
  const accounts = accountKeys(storage).filter((key) => own.some(belongsTo(key)));
  const stored = [...own, ...accounts].map((key) => [key, storage.getItem(key)] as const);
  const [listKey] = keys.filter((key) => ACCOUNT_KEYS.test(key));
  return () => {
    for (const [key, value] of stored)
      if (value !== null && storage.getItem(key) === null) storage.setItem(key, value);
    if (listKey === undefined || accounts.length === 0) return;
    const list = new Set([...readList(storage.getItem(listKey)), ...accounts]);
    storage.setItem(listKey, JSON.stringify([...list]));
  };
}

/**
 * Clears the interaction of another app, which would make MSAL refuse every sign-in of this one. The tab shows this app
 * now, so it was given up.
 */
export function clearForeignInteraction(clientId: string): void {
  const status = sessionStorage.getItem(INTERACTION_STATUS_KEY);
  if (status !== null && !status.includes(clientId))
    sessionStorage.removeItem(INTERACTION_STATUS_KEY);
}

const isOther = (clientId: string) => (other: string) =>
  other.toLowerCase() !== clientId.toLowerCase();

/** An account's key is `msal.3|<home account id>|<environment>|<tenant>`; a token's has the first two as well. */
function belongsTo(accountKey: string): (tokenKey: string) => boolean {
  const [, homeAccountId = '', environment = ''] = accountKey.split('|');
  return (tokenKey) => tokenKey.includes(`|${homeAccountId}|${environment}|`);
}

function accountKeys(storage: Storage): string[] {
  return Object.keys(storage)
    .filter((key) => ACCOUNT_KEYS.test(key))
    .flatMap((key) => readList(storage.getItem(key)));
}

function readList(text: string | null): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
