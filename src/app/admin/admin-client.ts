import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { graphPages, type GraphPages } from '../graph/graph-pages';
import { SETTINGS } from '../settings/settings';

const Group = v.object({ id: v.string(), displayName: v.nullish(v.string()) });
/** A group, or a role of the directory. @see https://learn.microsoft.com/graph/api/resources/directoryobject */
export type Group = v.InferOutput<typeof Group>;

/** The call of the administration page. It needs an injection context. */
@Service()
export class AdminClient {
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0/me/memberOf`;

  /**
   * Returns the groups of the person. Of these, a token has 200 at the most, and then only a reference (`_claim_names`):
   * asking Graph is right in every case.
   * @see https://learn.microsoft.com/graph/api/user-list-memberof
   */
  groups(account: () => string | undefined): GraphPages<Group> {
    return graphPages({
      item: Group,
      request: () =>
        account() === undefined
          ? undefined
          : { url: this.url, params: { $select: 'id,displayName', $top: 100 } },
    });
  }
}
