import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { visibleText } from '../auth/accounts/person-name';
import { formatLocale } from '../settings/format-locale';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { CalendarClient } from './calendar-client';
import type { CalendarEvent } from './event';
import { addDays, type Day, isDate, mondayOf, today, weekOf } from './week';

const DAY = new Intl.DateTimeFormat(formatLocale, {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const WEEK = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'long', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat(formatLocale, { timeStyle: 'short', timeZone: 'UTC' });

/** A week that was loaded: dates and events belong together, whatever is asked for meanwhile. */
interface LoadedWeek {
  readonly monday: string;
  readonly days: readonly Day[];
}

/**
 * A week's agenda: the model of a page about times. They come from Graph in the zone that the person chose, so the page
 * converts none. While another week is loaded the one before stays, under its own heading.
 */
@Component({
  selector: 'app-calendar',
  imports: [CallProblemComponent, RouterLink],
  templateUrl: './calendar.component.html',
})
export class CalendarComponent {
  private readonly calendar = inject(CalendarClient);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);

  protected readonly deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly mailboxZone = this.calendar.timeZone();
  protected readonly usesDeviceZone = signal(false);
  private readonly zone = computed(() => {
    if (this.usesDeviceZone()) return this.deviceZone;
    return this.mailboxZone.hasValue() ? this.mailboxZone.value() : undefined;
  });

  protected readonly today = today();
  protected readonly monday = computed(() => {
    const week = this.query()?.get('week') ?? '';
    return mondayOf(isDate(week) ? week : this.today);
  });
  protected readonly previous = computed(() => addDays(this.monday(), -7));
  protected readonly next = computed(() => addDays(this.monday(), 7));

  protected readonly events = this.calendar.week(() => {
    const timeZone = this.zone();
    return timeZone === undefined ? undefined : { monday: this.monday(), timeZone };
  });
  protected readonly error = computed(() => this.mailboxZone.error() ?? this.events.error());
  protected readonly isLoading = computed(
    () => this.mailboxZone.isLoading() || this.events.isLoading(),
  );
  protected readonly shown = linkedSignal<LoadedWeek | undefined, LoadedWeek | undefined>({
    source: () =>
      this.events.hasValue() && !this.events.hasMore()
        ? { monday: this.monday(), days: weekOf(this.monday(), this.events.items()) }
        : undefined,
    computation: (loaded, before) => loaded ?? before?.value,
  });

  constructor() {
    // A week is shown as a whole.
    effect(() => {
      if (this.events.hasMore() && !this.events.error()) this.events.loadMore();
    });
  }

  protected retry(): void {
    if (this.mailboxZone.error()) this.mailboxZone.reload();
    else this.events.reload();
  }

  protected weekName(monday: string): string {
    return WEEK.formatRange(utc(monday), utc(addDays(monday, 6)));
  }

  protected dayName(date: string): string {
    return DAY.format(utc(date));
  }

  /** @param time `09:00`, on the clocks of the zone */
  protected timeName(time: string): string {
    return TIME.format(new Date(`1970-01-01T${time}:00Z`));
  }

  protected timesName(from: string, to: string): string {
    return `${this.timeName(from)} – ${this.timeName(to)}`;
  }

  protected subject({ subject }: CalendarEvent): string {
    return visibleText(subject) || $localize`No subject`;
  }

  protected place({ location, organizer }: CalendarEvent): string {
    const { name, address } = organizer?.emailAddress ?? {};
    return [visibleText(location?.displayName), visibleText(name) || visibleText(address)]
      .filter(Boolean)
      .join(' · ');
  }
}

const utc = (date: string) => new Date(`${date}T00:00:00Z`);
