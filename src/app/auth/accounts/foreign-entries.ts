import { ACCOUNT_KEYS, INTERACTION_STATUS_KEY, TOKEN_KEYS } from './msal-storage-keys';

/**
 * MSAL's storage entries of other apps on this origin. MSAL shares accounts between all of them: a sign-out here would
 * remove accounts and tokens of the others.
 */
export class ForeignEntries {
  private readonly entries: readonly (readonly [string, string])[];
  /** Shared accounts by the list that names them; each version of MSAL has its own list. */
  private readonly lists: readonly (readonly [string, readonly string[]])[];

  constructor(
    private readonly storage: Storage,
    clientId: string,
  ) {
    const keys = Object.keys(storage);
    const others = keys.flatMap((key) => TOKEN_KEYS.exec(key)?.[1] ?? []).filter(isOther(clientId));
    const own = keys.filter((key) => others.some((other) => key.includes(other)));
    this.lists = keys
      .filter((key) => ACCOUNT_KEYS.test(key))
      .map((key) => [key, this.accountsIn(key).filter((account) => own.some(belongsTo(account)))]);
    this.entries = [...own, ...this.lists.flatMap(([, accounts]) => accounts)].flatMap((key) => {
      const value = storage.getItem(key);
      return value === null ? [] : [[key, value]];
    });
  }

  /** Removes the entries from the storage, so that MSAL does not clear them. */
  hide(): void {
    for (const [key] of this.entries) this.storage.removeItem(key);
    for (const [list, accounts] of this.lists)
      this.storeList(
        list,
        this.accountsIn(list).filter((account) => !accounts.includes(account)),
      );
  }

  /** Puts missing entries back. */
  restore(): void {
    for (const [key, value] of this.entries)
      if (this.storage.getItem(key) === null) this.storage.setItem(key, value);
    for (const [list, accounts] of this.lists)
      this.storeList(list, [...new Set([...this.accountsIn(list), ...accounts])]);
  }

  private accountsIn(list: string): string[] {
    try {
      const accounts: unknown = JSON.parse(this.storage.getItem(list) ?? '[]');
      return Array.isArray(accounts) ? accounts.filter((key) => typeof key === 'string') : [];
    } catch {
      return [];
    }
  }

  /** MSAL removes an empty list. */
  private storeList(list: string, accounts: readonly string[]): void {
    if (accounts.length === 0) this.storage.removeItem(list);
    else this.storage.setItem(list, JSON.stringify(accounts));
  }
}

/** Clears an interaction that another app left in this tab, because MSAL would refuse every sign-in. */
export function clearForeignInteraction(clientId: string): void {
  const status = sessionStorage.getItem(INTERACTION_STATUS_KEY);
  if (status !== null && !status.includes(clientId))
    sessionStorage.removeItem(INTERACTION_STATUS_KEY);
}

const isOther = (clientId: string) => (other: string) =>
  other.toLowerCase() !== clientId.toLowerCase();

/** An account's key is `msal.3|<home account id>|<environment>|<tenant>`; a token's key contains the first two. */
function belongsTo(accountKey: string): (tokenKey: string) => boolean {
  const [, homeAccountId = '', environment = ''] = accountKey.split('|');
  return (tokenKey) => tokenKey.includes(`|${homeAccountId}|${environment}|`);
}
