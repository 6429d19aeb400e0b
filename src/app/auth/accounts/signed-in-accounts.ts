import { inject, Service, signal } from '@angular/core';
import { MsalService } from '@azure/msal-angular';
import type { AccountInfo } from '@azure/msal-browser';
import { SETTINGS } from '../../settings/settings';
import { type Account, toAccount } from './account';
import { clearAccountStorage } from './account-storage';

/** The accounts signed in in this tab. */
@Service()
export class SignedInAccounts {
  private readonly msal = inject(MsalService).instance;
  private readonly settings = inject(SETTINGS);
  private readonly _active = signal<Account | undefined>(undefined);
  private readonly _others = signal<readonly Account[]>([]);

  readonly active = this._active.asReadonly();
  readonly others = this._others.asReadonly();
  areKnown = false;

  /** Activates an account, by default the one that MSAL has stored as active. */
  activate(account?: AccountInfo): void {
    const all = this.msal.getAllAccounts();
    const active = account ?? this.msal.getActiveAccount() ?? all[0];
    this.msal.setActiveAccount(active ?? null);
    this.areKnown = true;
    const others = all.filter(({ homeAccountId }) => homeAccountId !== active?.homeAccountId);
    this._active.set(active && toAccount(active));
    this._others.set(others.map(toAccount));
  }

  ids(): string[] {
    return [this.active(), ...this.others()].flatMap((account) => account?.id ?? []);
  }

  /** Removes accounts and their storage. `active` stays until `activate`. */
  async remove(ids: readonly string[]): Promise<void> {
    // The active one, too, when another tab has cleared MSAL's accounts: a token request for it may be pending.
    for (const account of [...this.msal.getAllAccounts(), this.msal.getActiveAccount()])
      if (account && ids.includes(account.homeAccountId)) await this.msal.clearCache({ account });
    if (ids.includes(this.msal.getActiveAccount()?.homeAccountId ?? ''))
      this.msal.setActiveAccount(null);
    for (const id of ids) clearAccountStorage(this.settings, id);
    this._others.update((others) => others.filter(({ id }) => !ids.includes(id)));
  }
}
