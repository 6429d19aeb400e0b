import { inject, Service } from '@angular/core';
import { accountStorageKey } from '../auth/accounts/account-storage';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';

/** As long as somebody may take to read what they are asked to allow. */
const MAX_AGE_MS = 10 * 60_000;

/**
 * What a person wanted to do when a permission was missing: asking for it leaves the page, and back on it the page does
 * what was wanted. Kept in this tab, for the account, until it is taken, ten minutes have passed, or a sign-out.
 */
@Service()
export class PendingAction {
  private readonly account = inject(Session).account;
  private readonly settings = inject(SETTINGS);

  /**
   * @param name of the kind of action: `mail.mark`
   * @param value what it needs to be done again, and nothing personal
   */
  store(name: string, value: string): void {
    const key = this.keyOf(name);
    if (key) sessionStorage.setItem(key, JSON.stringify({ value, time: Date.now() }));
  }

  /** Returns the stored value once; undefined when there is none, or it is too old. */
  take(name: string): string | undefined {
    const key = this.keyOf(name);
    const text = key ? sessionStorage.getItem(key) : null;
    if (!key || text === null) return undefined;
    sessionStorage.removeItem(key);
    const { value, time } = JSON.parse(text) as { value: string; time: number };
    return Date.now() - time < MAX_AGE_MS ? value : undefined;
  }

  private keyOf(name: string): string | undefined {
    const id = this.account()?.id;
    return id && accountStorageKey(this.settings, id, `pending.${name}`);
  }
}
