import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { SETTINGS } from '../../settings/settings';
import { accountStorageKey } from '../accounts/account-storage';
import { Session } from '../session/session';
import { signInTime } from '../accounts/sign-in-time';

/** How long before the end the person is asked. */
const WARNING_MS = 60_000;
/** Timers stand still while a computer sleeps, so the clock is asked at least so often. */
const LOOK_EVERY_MS = 30_000;
/** Tells the other tabs, and the storage, no more often than this. */
const TELL_EVERY_MS = 1_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** A time: when somebody was there last. `due`: time is up here. `ended`: every tab's session is over. */
type Message = number | 'due' | 'ended';

/**
 * Signs everybody out in every tab when nobody has done anything in any for as long as the settings allow.
 * Every tab knows when somebody was last there, by the clock; the one that holds the lock signs out. It is
 * one where somebody is signed in: when it closes, or nobody is any more, another gets the lock. While the
 * question is shown, only its answer counts as activity.
 */
@Service()
export class IdleTimeout {
  private readonly session = inject(Session);
  private readonly settings = inject(SETTINGS);
  private readonly limit = (this.settings.idleTimeoutMinutes ?? Infinity) * 60_000;
  private readonly channel = new BroadcastChannel('app.idle');

  private readonly accountId = computed(() => this.session.account()?.id);
  private readonly left = signal(this.limit);
  private active = 0;
  private told = 0;
  private isLeader = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Seconds until everybody is signed out, in the last minute; undefined before that. */
  readonly secondsLeft = computed(() =>
    this.left() > WARNING_MS ? undefined : Math.max(0, Math.ceil(this.left() / 1_000)),
  );

  constructor() {
    const stop = new AbortController();
    const { signal } = stop;
    for (const sign of SIGNS) {
      document.addEventListener(
        sign,
        () => {
          this.notice();
        },
        { signal, passive: true, capture: true },
      );
    }
    document.addEventListener(
      'visibilitychange',
      () => {
        this.look();
      },
      { signal },
    );
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      this.hear(data);
    };
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      this.channel.close();
      clearTimeout(this.timer);
    });
    effect((onCleanup) => {
      if (!this.session.isSignedIn()) return;
      const end = new AbortController();
      this.lead(end.signal);
      onCleanup(() => {
        end.abort();
      });
    });
    effect(() => {
      this.accountId();
      untracked(() => {
        this.active = Math.max(this.active, this.remembered());
        // Who has just signed in here is there, and the other tabs do not see it.
        if (this.accountId()) this.tell(this.active);
        this.look();
      });
    });
  }

  /** Somebody is there and wants to stay. */
  stay(): void {
    this.active = Date.now();
    this.told = this.active;
    // What is written while the person is being signed out would stay.
    if (this.accountId() && !this.session.isRedirecting())
      window[this.settings.cacheLocation].setItem(this.key(), String(this.active));
    this.tell(this.active);
    this.look();
  }

  private notice(): void {
    if (Date.now() - this.told < TELL_EVERY_MS) return;
    this.look();
    if (this.secondsLeft() === undefined) this.stay();
  }

  /** Asks for the lock and holds it, until the signal. */
  private lead(signal: AbortSignal): void {
    const held = new Promise<void>((release) => {
      signal.addEventListener('abort', () => {
        this.isLeader = false;
        release();
      });
    });
    void navigator.locks
      .request('app.idle', { signal }, () => {
        // Granted, and given up before the browser told of it.
        if (signal.aborted) return undefined;
        this.isLeader = true;
        this.look();
        return held;
      })
      .catch(() => undefined);
  }

  private look(): void {
    clearTimeout(this.timer);
    if (!this.accountId()) {
      this.left.set(this.limit);
      return;
    }
    const left = this.active + this.limit - Date.now();
    this.left.set(left);
    if (left <= 0) this.end();
    const untilNext = left > WARNING_MS ? left - WARNING_MS : Math.max(left, 0) % 1_000 || 1_000;
    this.timer = setTimeout(
      () => {
        this.look();
      },
      Math.min(Math.max(untilNext, 50), LOOK_EVERY_MS),
    );
  }

  private end(): void {
    // A leader in the background may have its timers held back; a message reaches it at once.
    if (!this.isLeader) this.tell('due');
    else if (!this.session.isRedirecting()) {
      this.tell('ended');
      void this.session.signOutAll('idle');
    }
  }

  private hear(message: Message): void {
    // A clock that was set back has left a time that is still to come.
    if (typeof message === 'number')
      this.active = Math.max(Math.min(this.active, Date.now()), message);
    if (message === 'ended') void this.session.endLocalSession('idle');
    else this.look();
  }

  private tell(message: Message): void {
    this.channel.postMessage(message);
  }

  private key(): string {
    return accountStorageKey(this.accountId() ?? '', 'active');
  }

  /** A page load is no sign of anybody being there, a sign-in is: a session left open yesterday is over. */
  private remembered(): number {
    const kept = Number(window[this.settings.cacheLocation].getItem(this.key()));
    const signedIn = signInTime(this.accountId() ?? '', this.settings) ?? 0;
    return Math.min(Math.max(kept, signedIn) || Infinity, Date.now());
  }
}
