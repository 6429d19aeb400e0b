import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { visibleText } from '../auth/accounts/person-name';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { AvatarComponent } from '../ui/avatar/avatar.component';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { type Colleague, nameOf, roleOf } from './colleague';
import { PeopleClient } from './people-client';

/** One person, and on request who is above and below them. Each part fails by itself. */
@Component({
  selector: 'app-person-card',
  imports: [AvatarComponent, CallProblemComponent, RouterLink],
  templateUrl: './person-card.component.html',
})
export class PersonCardComponent {
  private readonly client = inject(PeopleClient);

  private readonly granted = inject(GrantedScopes);

  readonly id = input.required<string>();
  readonly closed = output();

  protected readonly person = this.client.person(this.id);
  private readonly photo = this.client.photo(this.id);
  protected readonly photoBlob = computed(() =>
    this.photo.hasValue() ? this.photo.value() : undefined,
  );
  protected readonly mail = computed(() => visibleText(this.person.value()?.mail));
  protected readonly mailto = computed(
    () => `mailto:${this.mail().split('@').map(encodeURIComponent).join('@')}`,
  );

  /** Needs a permission of its own: without it, when the person asks for it, and then for everybody. */
  protected readonly showsLine = linkedSignal({
    source: this.id,
    computation: (_, before?: { value: boolean }) =>
      (before?.value ?? false) || this.granted.has('User.Read.All'),
  });
  private readonly lineOf = computed(() => (this.showsLine() ? this.id() : undefined));
  protected readonly manager = this.client.manager(this.lineOf);
  protected readonly reports = this.client.reports(this.lineOf);
  protected readonly lineError = computed(() => {
    const error = this.reports.error() ?? this.manager.error();
    return isNobody(error) ? undefined : error;
  });
  protected readonly line = computed(() => [
    ...(this.manager.hasValue()
      ? [{ label: $localize`Manager`, people: [this.manager.value()] }]
      : []),
    ...(this.reports.hasValue() && this.reports.value().length > 0
      ? [
          {
            label: $localize`:The people who report to somebody:Reports`,
            people: this.reports.value(),
          },
        ]
      : []),
  ]);
  protected readonly isLoadingLine = computed(
    () => this.manager.isLoading() || this.reports.isLoading(),
  );

  protected retryLine(): void {
    this.manager.reload();
    this.reports.reload();
  }

  protected nameOf(person: Colleague): string {
    return nameOf(person);
  }

  protected roleOf(person: Colleague): string {
    return roleOf(person);
  }
}

/** Nobody is above the head of an organization: that is no failure. */
function isNobody(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === 404;
}
