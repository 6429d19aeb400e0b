import { computed, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { MsalService } from '@azure/msal-angular';
import type { AccountInfo } from '@azure/msal-browser';
import { type Settings, SETTINGS } from '../../settings/settings';
import type { Account } from '../accounts/account';
import { AuthEvents } from './auth-events';
import { Interaction } from '../sign-in/interaction';
import { SIGN_IN_FAILED_ROUTE } from '../msal/msal-configuration';
import { TabSync } from '../accounts/tab-sync';
import type { SignInOptions } from '../sign-in/sign-in-request';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { storeNotice, type SignOutNotice, consumeNotice } from '../accounts/sign-out-notice';
import { clearStaleStorage } from '../accounts/clear-stale-storage';
import { syncSession } from './session-sync';
import type { TokenRequest } from '../errors/token-error';

type BlockedSignIn = Pick<FailedSignIn, 'returnUrl'> & { readonly options: SignInOptions };

/** A failed sign-in; `signInFailure` returns its message. */
export interface FailedSignIn {
  readonly error: unknown;
  readonly returnUrl: string;
  readonly time: Date;
}

/** The pages' view of MSAL: who is signed in, what is in progress, why the last sign-in failed. */
@Service()
export class Session {
  private readonly msal = inject(MsalService).instance;
  private readonly accounts = inject(SignedInAccounts);
  private readonly interaction = inject(Interaction);
  private readonly tabSync = inject(TabSync);
  private readonly events = inject(AuthEvents);
  private readonly router = inject(Router);
  private readonly settings = inject(SETTINGS);

  private readonly _notice = signal(consumeNotice(this.settings));
  private readonly _failure = signal<FailedSignIn | undefined>(undefined);
  private readonly isEnding = signal(false);
  private readonly _blockedSignIn = signal<BlockedSignIn | undefined>(undefined);

  readonly account = this.accounts.active;
  readonly isSignedIn = computed(() => this.account() !== undefined);
  readonly otherAccounts = this.accounts.others;
  /** The last failed sign-in since the page was loaded. */
  readonly failure = this._failure.asReadonly();
  /** Why the session ended, until the person dismisses it. */
  readonly notice = this._notice.asReadonly();
  /** A sign-in whose popup the browser blocked; it can continue by redirect. */
  readonly blockedSignIn = this._blockedSignIn.asReadonly();
  readonly isRedirecting = this.interaction.isRedirecting;
  /** Whether the session has ended here, and the page is about to change. */
  readonly isSigningOut = computed(() => this.interaction.isSigningOut() || this.isEnding());
  /** Counts sign-ins by popup, after which a failed call can be retried. */
  readonly popupSignIns = this.interaction.popupSignIns;

  constructor() {
    syncSession({
      onFailure: (error, returnUrl) => {
        this.fail(error, returnUrl);
      },
      onSignOut: (id) => void this.removeSessions('other-tab', [id]),
    });
  }

  /** Signs in, by redirect or popup as the settings say; returns to `returnUrl`, a path in this app. */
  signIn(returnUrl: string, options: SignInOptions = {}, type?: Settings['interaction']): void {
    this._blockedSignIn.set(undefined);
    this._notice.set(undefined);
    void this.attempt(async () => {
      const outcome = await this.interaction.signIn(returnUrl, options, type);
      if (outcome === 'signed in') await this.router.navigateByUrl(returnUrl);
      if (outcome === 'blocked') this._blockedSignIn.set({ returnUrl, options });
    }, returnUrl);
  }

  /** Signs in with a further account, which the person picks at Entra ID. */
  addAccount(returnUrl: string): void {
    this.signIn(returnUrl, { prompt: 'select_account' });
  }

  /** Signs in with the active account again; see `TokenError.request`. */
  signInAgain(returnUrl: string, request?: TokenRequest): void {
    const account = this.msal.getActiveAccount();
    this.signIn(returnUrl, { ...(account && { account }), ...request });
  }

  switchTo(account: Account): void {
    this.accounts.activate(
      this.msal.getAllAccounts().find(({ homeAccountId }) => homeAccountId === account.id),
    );
  }

  /** Ends the session in every tab and at Entra ID, or sets `notice` when Entra ID is unreachable. */
  async signOut(): Promise<void> {
    await this.endSession(this.msal.getActiveAccount());
  }

  /** As `signOut`, for every account; the next page shows `notice`. */
  async signOutAll(notice?: SignOutNotice): Promise<void> {
    const [account, ...others] = this.msal.getAllAccounts();
    // Naming the account skips Entra's account picker.
    await this.endSession(account && others.length === 0 ? account : null, notice);
  }

  /** Ends all sessions in this tab; another tab ends them at Entra ID. */
  async endLocalSession(notice: SignOutNotice): Promise<void> {
    if (this.isSignedIn()) await this.removeSessions(notice, this.accounts.ids());
  }

  /** Ends sessions that another tab has ended; returns whether nobody is signed in any more. */
  async applyMissedSignOuts(): Promise<boolean> {
    clearStaleStorage(this.settings);
    const [active] = this.accounts.ids();
    const missed = await this.tabSync.missedSignOuts(this.accounts.ids());
    await this.accounts.remove(missed);
    if (!active || !missed.includes(active)) return false;
    this.showSignedOut('other-tab');
    return !this.isSignedIn();
  }

  /** Stores why a sign-in failed, for its page. */
  fail(error: unknown, returnUrl = '/'): void {
    this.events.signInFailed(error);
    this._failure.set({ error, returnUrl, time: new Date() });
  }

  dismissNotice(): void {
    this._notice.set(undefined);
  }

  private async attempt(start: () => Promise<unknown>, returnUrl: string): Promise<void> {
    try {
      await start();
    } catch (error) {
      this.fail(error, returnUrl);
      await this.router.navigateByUrl(SIGN_IN_FAILED_ROUTE);
    }
  }

  /** @param account null for all */
  private async endSession(
    account: AccountInfo | null,
    notice: SignOutNotice = 'here',
  ): Promise<void> {
    if (!this.isSignedIn() || this.isRedirecting()) return;
    // Read now: with localStorage, another tab may clear MSAL's accounts meanwhile.
    const ended = account ? [account.homeAccountId] : this.accounts.ids();
    this.isEnding.set(true);
    try {
      await this.interaction.signOut(account, async (reachable) => {
        await this.tabSync.broadcastSignOut(ended);
        await this.accounts.remove(ended);
        storeNotice(this.settings, notice);
        if (await reachable) this.events.emit({ type: 'signed-out', reason: notice });
      });
    } catch {
      consumeNotice(this.settings);
      await this.removeSessions('local-only', ended);
    } finally {
      this.isEnding.set(false);
    }
  }

  private async removeSessions(notice: SignOutNotice, ids: readonly string[]): Promise<void> {
    await this.accounts.remove(ids);
    this.showSignedOut(notice);
    await this.router.navigateByUrl('/');
  }

  private showSignedOut(notice: SignOutNotice): void {
    this.accounts.activate();
    this._notice.set(notice);
    this.events.emit({ type: 'signed-out', reason: notice });
  }
}
