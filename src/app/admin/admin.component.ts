import { Component, computed, effect, inject } from '@angular/core';
import { visibleText } from '../auth/accounts/person-name';
import { Session } from '../auth/session/session';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { AdminClient } from './admin-client';

/** What an administrator sees: the model of a page behind an app role. Guarded by `hasRole`: see `app.routes.ts`. */
@Component({
  selector: 'app-admin',
  imports: [CallProblemComponent],
  templateUrl: './admin.component.html',
})
export class AdminComponent {
  protected readonly session = inject(Session);
  protected readonly groups = inject(AdminClient).groups(() => this.session.account()?.id);
  protected readonly names = computed(() =>
    this.groups
      .items()
      .map(({ id, displayName }) => ({ id, name: visibleText(displayName) || id })),
  );

  constructor() {
    effect(() => {
      if (this.groups.hasMore() && !this.groups.error()) this.groups.loadMore();
    });
  }
}
