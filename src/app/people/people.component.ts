import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { AvatarComponent } from '../ui/avatar/avatar.component';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { debounced } from '../ui/debounced';
import { PanesDirective } from '../ui/panes.directive';
import { VirtualListComponent } from '../ui/virtual-list/virtual-list.component';
import { nameOf, roleOf } from './colleague';
import { PeopleClient } from './people-client';
import { PersonCardComponent } from './person-card.component';

/**
 * The people of the organization: the model of a search as one types. One request for a pause in typing, and an answer
 * that comes late for what was typed before is dropped.
 */
@Component({
  selector: 'app-people',
  imports: [
    AvatarComponent,
    CallProblemComponent,
    PersonCardComponent,
    RouterLink,
    PanesDirective,
    VirtualListComponent,
  ],
  templateUrl: './people.component.html',
})
export class PeopleComponent {
  private readonly client = inject(PeopleClient);
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);

  protected readonly open = computed(() => this.query()?.get('person') ?? undefined);
  protected readonly search = signal('');
  protected readonly people = this.client.people(debounced(this.search, ''));
  protected readonly rows = computed(() =>
    this.people.items().map((person) => ({
      id: person.id,
      name: nameOf(person),
      role: roleOf(person),
    })),
  );

  protected close(): void {
    void this.router.navigate([], { queryParams: { person: null }, queryParamsHandling: 'merge' });
  }
}
