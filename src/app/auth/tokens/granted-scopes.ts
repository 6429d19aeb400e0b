import { inject, Service, signal } from '@angular/core';
import { SETTINGS } from '../../settings/settings';
import { accountStorageKey } from '../accounts/account-storage';
import { SignedInAccounts } from '../accounts/signed-in-accounts';

/**
 * The scopes that Entra ID has granted to an account, as far as its token responses told: they name all of an API, not
 * only those requested. For a page that wants to show something only where consent is there already, and never ask for
 * it. Not a permission check: consent may be withdrawn at any time, and only the API enforces it.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#successful-response-2
 */
@Service()
export class GrantedScopes {
  private readonly settings = inject(SETTINGS);
  private readonly account = inject(SignedInAccounts).active;
  private readonly graphPrefix = `${this.settings.graphBaseUrl}/`.toLowerCase();
  /** Where MSAL keeps the tokens; a sign-out clears it. */
  private readonly storage = window[this.settings.cacheLocation];
  private readonly version = signal(0);

  /** Whether the active account has all of them; a signal inside. Upper and lower case are the same to Entra ID. */
  has(...scopes: readonly string[]): boolean {
    const known = this.list();
    return scopes.every((scope) => known.some((one) => this.key(one) === this.key(scope)));
  }

  /** Those of the active account, in the order they came; a signal inside. */
  list(): readonly string[] {
    this.version();
    const account = this.account();
    return account ? this.read(account.id) : [];
  }

  /** @param accountId whose token it was */
  add(accountId: string, scopes: readonly string[]): void {
    const known = this.read(accountId);
    const keys = known.map((scope) => this.key(scope));
    const added = scopes.filter((scope) => !keys.includes(this.key(scope)));
    if (added.length > 0) this.store(accountId, [...known, ...added]);
  }

  /** For scopes that Entra ID asks consent for. */
  remove(accountId: string, scopes: readonly string[]): void {
    const keys = scopes.map((scope) => this.key(scope));
    const known = this.read(accountId);
    const kept = known.filter((scope) => !keys.includes(this.key(scope)));
    if (kept.length < known.length) this.store(accountId, kept);
  }

  /** Entra ID may name Graph's scopes with Graph's address before them, or without. */
  private key(scope: string): string {
    const text = scope.toLowerCase();
    return text.startsWith(this.graphPrefix) ? text.slice(this.graphPrefix.length) : text;
  }

  private read(accountId: string): readonly string[] {
    return (this.storage.getItem(this.storageKey(accountId)) ?? '').split(' ').filter(Boolean);
  }

  private store(accountId: string, scopes: readonly string[]): void {
    this.storage.setItem(this.storageKey(accountId), scopes.join(' '));
    this.version.update((version) => version + 1);
  }

  private storageKey(accountId: string): string {
    return accountStorageKey(this.settings, accountId, 'scopes');
  }
}
