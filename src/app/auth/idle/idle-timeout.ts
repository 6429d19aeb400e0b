import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, merge } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { Session } from '../session/session';
import { IdleChannel, type IdleMessage } from './idle-channel';
import { TabLeader } from './tab-leader';
import { UserActivity } from './user-activity';

const WARNING_MS = 60_000;
/** Timers stop while a computer sleeps, so the clock is checked at least this often. */
const CHECK_INTERVAL_MS = 30_000;

/**
 * Signs everybody out in every tab after `idleTimeoutMinutes` without activity; the leading tab does it. While the
 * warning is shown, only the answer to it counts as activity.
 */
@Service()
export class IdleTimeout {
  private readonly session = inject(Session);
  private readonly activity = inject(UserActivity);
  private readonly channel = inject(IdleChannel);
  private readonly leader = inject(TabLeader);
  private readonly limit = (inject(SETTINGS).idleTimeoutMinutes ?? Infinity) * 60_000;
  private readonly accountId = computed(() => this.session.account()?.id);
  private readonly timeLeft = signal(this.limit);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined before the last minute. */
  readonly secondsLeft = computed(() =>
    this.timeLeft() > WARNING_MS ? undefined : Math.max(0, Math.ceil(this.timeLeft() / 1_000)),
  );

  constructor() {
    merge(fromEvent(document, 'visibilitychange'), this.leader.elected$)
      .pipe(takeUntilDestroyed())
      .subscribe(this.check);
    this.activity.events$.pipe(takeUntilDestroyed()).subscribe(this.onActivity);
    this.channel.messages$.pipe(takeUntilDestroyed()).subscribe(this.onMessage);
    effect(() => {
      this.accountId();
      untracked(this.onAccountChange);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** Restarts the timeout in every tab. */
  stay(): void {
    this.activity.record();
    this.channel.broadcast(this.activity.lastActive);
    this.check();
  }

  private readonly check = (): void => {
    clearTimeout(this.timer);
    const isSignedIn = this.accountId() !== undefined;
    const left = isSignedIn ? this.activity.lastActive + this.limit - Date.now() : this.limit;
    this.timeLeft.set(left);
    if (!isSignedIn) return;
    if (left <= 0) this.expire();
    const untilNext = left > WARNING_MS ? left - WARNING_MS : Math.max(left, 0) % 1_000 || 1_000;
    this.timer = setTimeout(this.check, Math.min(Math.max(untilNext, 50), CHECK_INTERVAL_MS));
  };

  private expire(): void {
    // The timers of a leader in the background may be throttled; a message is not.
    if (!this.leader.isLeader()) this.channel.broadcast('due');
    else if (!this.session.isRedirecting()) {
      this.channel.broadcast('ended');
      void this.session.signOutAll('idle');
    }
  }

  private readonly onActivity = (): void => {
    this.check();
    if (this.secondsLeft() === undefined) this.stay();
  };

  private readonly onMessage = (message: IdleMessage): void => {
    if (typeof message === 'number') this.activity.recordOtherTab(message);
    if (message === 'ended') void this.session.endLocalSession('idle');
    else this.check();
  };

  /** The other tabs do not see a sign-in here, which is activity. */
  private readonly onAccountChange = (): void => {
    this.activity.restore();
    if (this.accountId()) this.channel.broadcast(this.activity.lastActive);
    this.check();
  };
}
