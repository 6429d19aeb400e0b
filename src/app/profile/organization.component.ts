import { Component, computed, inject, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { PERSONAL_ACCOUNTS } from '../auth/accounts/account';
import { personName, visibleText } from '../auth/accounts/person-name';
import { Session } from '../auth/session/session';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { ORGANIZATION_SCOPES, OrganizationClient, type Colleague } from './organization-client';

/**
 * Who is above and below the person, and which groups they are in. It is loaded by itself where consent is there, and
 * otherwise when the person asks for it: the model of a part of a page with permissions of its own.
 */
@Component({
  selector: 'app-organization',
  imports: [CallProblemComponent],
  templateUrl: './organization.component.html',
})
export class OrganizationComponent {
  private readonly client = inject(OrganizationClient);
  private readonly account = inject(Session).account;
  private readonly granted = inject(GrantedScopes);

  /** A personal account is in no organization. */
  protected readonly isPersonal = computed(() => this.account()?.tenantId === PERSONAL_ACCOUNTS);
  private readonly id = computed(() => this.account()?.id);
  protected readonly isShown = linkedSignal<string | undefined, boolean>({
    source: this.id,
    computation: (id, before) =>
      (before?.source === id && before?.value === true) || this.granted.has(...ORGANIZATION_SCOPES),
  });
  private readonly wanted = computed(() =>
    this.isShown() && !this.isPersonal() ? this.id() : undefined,
  );

  protected readonly line = rxResource({
    params: this.wanted,
    stream: () => this.client.line(),
  });
  protected readonly parts = computed(() => {
    if (!this.line.hasValue()) return [];
    const { manager, reports } = this.line.value();
    return [
      { label: $localize`Manager`, none: $localize`Nobody is above you.`, ...manager },
      { label: $localize`Direct reports`, none: $localize`Nobody reports to you.`, ...reports },
    ];
  });
  /** Not before the permission is there: what lacks it is explained once, for both. */
  protected readonly groups = this.client.groups(() =>
    this.granted.has(...ORGANIZATION_SCOPES) ? this.wanted() : undefined,
  );
  protected readonly groupNames = computed(() =>
    this.groups.items().map((group) => ({
      id: group.id,
      name: visibleText(group.displayName) || group.id,
      isRole: group['@odata.type'] === '#microsoft.graph.directoryRole',
    })),
  );

  protected nameOf({ displayName, userPrincipalName }: Colleague): string {
    return personName(displayName, userPrincipalName);
  }

  protected jobOf({ jobTitle }: Colleague): string {
    return visibleText(jobTitle);
  }
}
