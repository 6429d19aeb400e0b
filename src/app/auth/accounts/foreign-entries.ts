import { ACCOUNT_KEYS, INTERACTION_STATUS_KEY, TOKEN_KEYS } from './msal-storage-keys';

/**
 * What MSAL has stored for other apps on this origin. MSAL shares accounts between all of them: signing one out removes
 * it for the others too, and signing out of all removes the others' tokens.
 */
export class ForeignEntries {
  private readonly entries: readonly (readonly [string, string])[];
  /** The shared accounts, by the list that names them; an app with another MSAL may have a list of its own. */
  private readonly lists: readonly (readonly [string, readonly string[]])[];

  /** @param clientId of this app */
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

  /** Takes them out of the storage, so that MSAL neither removes them nor drops them from its memory. */
  hide(): void {
    for (const [key] of this.entries) this.storage.removeItem(key);
    for (const [list, accounts] of this.lists)
      this.storeList(
        list,
        this.accountsIn(list).filter((account) => !accounts.includes(account)),
      );
  }

  /** Puts back what is missing. */
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

  /** MSAL has no list rather than an empty one. */
  private storeList(list: string, accounts: readonly string[]): void {
    if (accounts.length === 0) this.storage.removeItem(list);
    else this.storage.setItem(list, JSON.stringify(accounts));
  }
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
