import { computed, DOCUMENT, effect, inject, Service, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { MsalBroadcastService, MsalService } from '@azure/msal-angular';
import { type AccountInfo, EventType, InteractionType } from '@azure/msal-browser';
import type { Settings } from '../settings/settings';
import type { Account } from './account';
import { AuthEvents } from './auth-events';
import { Interaction } from './interaction';
import { SIGN_IN_FAILED_ROUTE } from './msal-configuration';
import { OtherTabs } from './other-tabs';
import type { SignInOptions } from './sign-in-request';
import { SignedInAccounts } from './signed-in-accounts';
import { keepNotice, type SignedOutNotice, takeNotice } from './signed-out-notice';
import type { TokenRequest } from './token-error';

/** A sign-in whose popup was blocked, to be begun again by redirect. */
type BlockedSignIn = Pick<FailedSignIn, 'returnUrl'> & { readonly options: SignInOptions };

/** A sign-in that did not succeed; `signInFailure` has words for it. */
export interface FailedSignIn {
  /** What MSAL or this app threw. */
  readonly error: unknown;
  /** Path in this app to try again. */
  readonly returnUrl: string;
  readonly time: Date;
}

/** Who is signed in, what is under way, and why the last sign-in failed. The pages' view of MSAL. */
@Service()
export class Session {
  private readonly msal = inject(MsalService).instance;
  private readonly broadcast = inject(MsalBroadcastService);
  private readonly accounts = inject(SignedInAccounts);
  private readonly interaction = inject(Interaction);
  private readonly otherTabs = inject(OtherTabs);
  private readonly events = inject(AuthEvents);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  private readonly _notice = signal(takeNotice());
  private readonly _failure = signal<FailedSignIn | undefined>(undefined);
  private readonly _blockedSignIn = signal<BlockedSignIn | undefined>(undefined);

  /** The person the app acts for, or undefined. */
  readonly account = this.accounts.active;
  /** Whether somebody is signed in. */
  readonly isSignedIn = computed(() => this.account() !== undefined);
  /** Accounts that are signed in beside the one the app acts for. */
  readonly otherAccounts = this.accounts.others;
  /** Why the last sign-in failed; undefined when none has failed since this page was loaded. */
  readonly failure = this._failure.asReadonly();
  /** Something about the end of the session that the person should know; undefined when all is said. */
  readonly notice = this._notice.asReadonly();
  /** A sign-in whose window the browser did not open; it can go on in this window. */
  readonly blockedSignIn = this._blockedSignIn.asReadonly();
  /** Whether the browser is about to leave for Entra ID: to sign in, to ask for consent, to sign out. */
  readonly isLeaving = this.interaction.isLeaving;
  /** Whether the session has ended here, and the browser is about to leave for Entra ID to end it there. */
  readonly isSigningOut = this.interaction.isSigningOut;
  /** Counts sign-ins by a window: what has failed for want of one can be tried again. */
  readonly popupSignIns = this.interaction.popupSignIns;

  constructor() {
    // The guard swallows the reason of a sign-in it could not start; the event still has it.
    this.broadcast.msalSubject$.subscribe(({ eventType, interactionType, error }) => {
      const isRedirect = interactionType === InteractionType.Redirect;
      if (eventType === EventType.ACQUIRE_TOKEN_FAILURE && isRedirect && error)
        this.fail(error, this.router.currentNavigation()?.extractedUrl.toString());
    });
    // Another tab changed the account: load anew, because to ask MSAL for one it may not have loaded yet
    // makes it drop that for every tab. Not while this tab still loads: it may have an answer to lose.
    this.otherTabs.switched$.subscribe((id) => {
      if (this.accounts.areKnown && id !== this.account()?.id && !this.isLeaving())
        this.document.location.reload();
    });
    effect(() => {
      if (this.popupSignIns() > 0)
        untracked(() => {
          this.accounts.activate();
        });
    });
    this.otherTabs.signedOut$.subscribe((id) => {
      const isActive = id === this.account()?.id;
      void (isActive ? this.forget('elsewhere', [id]) : this.accounts.remove([id]));
    });
  }

  /** Begins a sign-in, by redirect or window as the settings say, that comes back to `returnUrl`, a path in this app. */
  signIn(returnUrl: string, options: SignInOptions = {}, type?: Settings['interaction']): void {
    this._blockedSignIn.set(undefined);
    void this.attempt(async () => {
      const outcome = await this.interaction.signIn(returnUrl, options, type);
      if (outcome === 'signed in') await this.router.navigateByUrl(returnUrl);
      if (outcome === 'blocked') this._blockedSignIn.set({ returnUrl, options });
    }, returnUrl);
  }

  /** Signs in with a further account, which Entra ID lets the person pick; comes back to `returnUrl`. */
  addAccount(returnUrl: string): void {
    this.signIn(returnUrl, { prompt: 'select_account' });
  }

  /** Has the person of this account sign in anew, which begins a new session; see `TokenError.request`. */
  signInAgain(returnUrl: string, request?: TokenRequest): void {
    const account = this.msal.getActiveAccount();
    this.signIn(returnUrl, { ...(account && { account }), ...request });
  }

  /** Acts for another account that is signed in already. What the pages show follows. */
  switchTo(account: Account): void {
    this.accounts.activate(
      this.msal.getAllAccounts().find(({ homeAccountId }) => homeAccountId === account.id),
    );
  }

  /**
   * Ends the session here, in every other tab, and at Entra ID. Where Entra ID cannot be reached the
   * session ends here all the same, and `notice` says so.
   */
  async signOut(): Promise<void> {
    await this.end(this.msal.getActiveAccount());
  }

  /** As `signOut`, for every account that is signed in here; the page that follows says why. */
  async signOutAll(notice?: SignedOutNotice): Promise<void> {
    const [account, ...others] = this.msal.getAllAccounts();
    // Named, a lone account spares the person Entra's account picker.
    await this.end(account && others.length === 0 ? account : null, notice);
  }

  /** Ends every session in this tab alone, because another tab ends it everywhere. */
  async endHere(notice: SignedOutNotice): Promise<void> {
    if (this.isSignedIn()) await this.forget(notice, this.accounts.ids());
  }

  /**
   * Ends here what another tab has ended while this page was not there to hear of it.
   *
   * @returns whether that leaves nobody signed in
   */
  async catchUp(): Promise<boolean> {
    const [active] = this.accounts.ids();
    const missed = await this.otherTabs.missedSignOuts(this.accounts.ids());
    await this.accounts.remove(missed);
    if (!active || !missed.includes(active)) return false;
    this.endWith('elsewhere');
    return !this.isSignedIn();
  }

  /** Keeps the reason a sign-in failed, for the page that shows it, and where it was to lead. */
  fail(error: unknown, returnUrl = '/'): void {
    this.events.signInFailed(error);
    this._failure.set({ error, returnUrl, time: new Date() });
  }

  /** Says no more about the end of the session. */
  dismissNotice(): void {
    this._notice.set(undefined);
  }

  private async attempt(leave: () => Promise<unknown>, returnUrl: string): Promise<void> {
    try {
      await leave();
    } catch (error) {
      this.fail(error, returnUrl);
      await this.router.navigateByUrl(SIGN_IN_FAILED_ROUTE);
    }
  }

  /** @param account whose session to end; null for all */
  private async end(account: AccountInfo | null, notice?: SignedOutNotice): Promise<void> {
    if (!this.isSignedIn() || this.isLeaving()) return;
    // Asked now: with localStorage, another tab may empty what MSAL has meanwhile.
    const ended = account ? [account.homeAccountId] : this.accounts.ids();
    try {
      await this.interaction.signOut(account, async (reachable) => {
        await this.otherTabs.tellSignedOut(ended);
        await this.accounts.remove(ended);
        if (notice) keepNotice(notice);
        if (await reachable) this.events.tell({ type: 'signed-out', reason: notice ?? 'here' });
      });
    } catch {
      takeNotice();
      await this.forget('only-here', ended);
    }
  }

  /** Ends sessions in this tab alone, and leaves the page that showed something of the person. */
  private async forget(notice: SignedOutNotice, ids: readonly string[]): Promise<void> {
    await this.accounts.remove(ids);
    this.endWith(notice);
    await this.router.navigateByUrl('/');
  }

  private endWith(notice: SignedOutNotice): void {
    this.accounts.activate();
    this._notice.set(notice);
    this.events.tell({ type: 'signed-out', reason: notice });
  }
}
