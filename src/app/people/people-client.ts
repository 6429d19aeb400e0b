import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { graphPages, type GraphPages } from '../graph/graph-pages';
import { SETTINGS } from '../settings/settings';
import { Colleague, COLLEAGUE_FIELDS } from './colleague';

const Colleagues = v.object({ value: v.array(Colleague) });

/** The calls of the people page. Each needs an injection context; an undefined id loads nothing. */
@Service()
export class PeopleClient {
  private readonly users = `${inject(SETTINGS).graphBaseUrl}/v1.0/users`;

  /**
   * Returns the people of the organization by name. A search is an advanced query, which needs the header.
   * @see https://learn.microsoft.com/graph/aad-advanced-queries
   *
   * @param search the beginning of a word of the name; empty for everybody
   */
  people(search: () => string): GraphPages<Colleague> {
    return graphPages({
      item: Colleague,
      request: () => {
        const words = search().replace(/["\\]/g, ' ').trim();
        return {
          url: this.users,
          params: {
            $select: COLLEAGUE_FIELDS,
            $top: 50,
            $count: true,
            $orderby: 'displayName',
            ...(words && { $search: `"displayName:${words}"` }),
          },
          headers: { ConsistencyLevel: 'eventual' },
        };
      },
    });
  }

  /** @see https://learn.microsoft.com/graph/api/user-get */
  person(id: () => string | undefined): HttpResourceRef<Colleague | undefined> {
    return httpResource(() => this.request(id(), ''), {
      parse: (body) => v.parse(Colleague, body),
    });
  }

  /** The error is 404 for somebody without a photo. @see https://learn.microsoft.com/graph/api/profilephoto-get */
  photo(id: () => string | undefined): HttpResourceRef<Blob | undefined> {
    return httpResource.blob(() => {
      const wanted = id();
      return wanted === undefined ? undefined : `${this.urlOf(wanted)}/photos/240x240/$value`;
    });
  }

  /** The error is 404 for somebody without a manager. @see https://learn.microsoft.com/graph/api/user-list-manager */
  manager(id: () => string | undefined): HttpResourceRef<Colleague | undefined> {
    return httpResource(() => this.request(id(), '/manager'), {
      parse: (body) => v.parse(Colleague, body),
    });
  }

  /** @see https://learn.microsoft.com/graph/api/user-list-directreports */
  reports(id: () => string | undefined): HttpResourceRef<Colleague[] | undefined> {
    return httpResource(() => this.request(id(), '/directReports'), {
      parse: (body) => v.parse(Colleagues, body).value,
    });
  }

  private request(id: string | undefined, part: string) {
    return id === undefined
      ? undefined
      : { url: this.urlOf(id) + part, params: { $select: COLLEAGUE_FIELDS } };
  }

  private urlOf(id: string): string {
    return `${this.users}/${encodeURIComponent(id)}`;
  }
}
