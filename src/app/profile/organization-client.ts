import type { HttpErrorResponse } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { map, type Observable } from 'rxjs';
import * as v from 'valibot';
import { GraphBatch } from '../graph/graph-batch';
import { graphPages, type GraphPages } from '../graph/graph-pages';
import { SETTINGS } from '../settings/settings';

/** Both need the consent of an administrator, so that the person is asked once. */
export const ORGANIZATION_SCOPES = ['User.Read.All', 'GroupMember.Read.All'];

const text = v.nullish(v.string());
const Colleague = v.object({
  id: v.string(),
  displayName: text,
  userPrincipalName: text,
  jobTitle: text,
});
/** A manager or a report. @see https://learn.microsoft.com/graph/api/resources/user */
export type Colleague = v.InferOutput<typeof Colleague>;

const Group = v.object({ '@odata.type': text, id: v.string(), displayName: text });
/** A group, or a role of the directory. @see https://learn.microsoft.com/graph/api/resources/directoryobject */
export type Group = v.InferOutput<typeof Group>;

const SELECT = '$select=id,displayName,userPrincipalName,jobTitle';

/** A part of the answer: people, or why there are none. */
export interface Colleagues {
  readonly people: readonly Colleague[];
  readonly error?: Error | HttpErrorResponse;
}

/** What Graph knows of a person's place in the organization. */
@Service()
export class OrganizationClient {
  private readonly batch = inject(GraphBatch);
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0/me`;

  /**
   * Emits who is above and below, from one request. Nobody above (404) is no error.
   * @see https://learn.microsoft.com/graph/api/user-list-manager
   * @see https://learn.microsoft.com/graph/api/user-list-directreports
   */
  line(): Observable<{ manager: Colleagues; reports: Colleagues }> {
    return this.batch
      .read<{ manager: Colleague; reports: { value: Colleague[] } }>({
        manager: { url: `/me/manager?${SELECT}`, schema: Colleague },
        reports: {
          url: `/me/directReports?${SELECT}`,
          schema: v.object({ value: v.array(Colleague) }),
        },
      })
      .pipe(
        map(({ manager, reports }) => ({
          manager: 'value' in manager ? { people: [manager.value] } : none(manager.error),
          reports: 'value' in reports ? { people: reports.value.value } : none(reports.error),
        })),
      );
  }

  /**
   * Returns the groups and roles of the person, page by page. Needs an injection context.
   * @param account id of the active account; undefined loads nothing
   * @see https://learn.microsoft.com/graph/api/user-list-memberof
   */
  groups(account: () => string | undefined): GraphPages<Group> {
    return graphPages({
      item: Group,
      request: () =>
        account() === undefined
          ? undefined
          : { url: `${this.url}/memberOf`, params: { $select: 'id,displayName', $top: 20 } },
    });
  }
}

function none(error: Error | HttpErrorResponse): Colleagues {
  return 'status' in error && error.status === 404 ? { people: [] } : { people: [], error };
}
