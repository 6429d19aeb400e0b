import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { type Observable, map } from 'rxjs';
import { graphPages, type GraphPages } from '../graph/graph-pages';
import { SETTINGS } from '../settings/settings';
import {
  type Folder,
  Folders,
  Message,
  MESSAGE_FIELDS,
  MessageSummary,
  SUMMARY_FIELDS,
} from './message';

const PAGE_SIZE = 50;

/** The calls of the mail page. */
@Service()
export class MailClient {
  private readonly http = inject(HttpClient);
  private readonly me = `${inject(SETTINGS).graphBaseUrl}/v1.0/me`;
  private readonly url = `${this.me}/messages`;

  /**
   * Returns the folders of the mailbox. Needs an injection context.
   * @see https://learn.microsoft.com/graph/api/user-list-mailfolders
   */
  folders(): HttpResourceRef<Folder[] | undefined> {
    return httpResource(
      () => ({
        url: `${this.me}/mailFolders`,
        params: { $select: 'id,displayName,unreadItemCount', $top: 100 },
      }),
      { parse: (body) => v.parse(Folders, body).value },
    );
  }

  /**
   * Returns the person's messages, newest first, found ones as Graph sorts them. Needs an injection context.
   *
   * @param folder its id; empty for all of them
   * @param search words to look for in all of a message; empty for every message
   * @see https://learn.microsoft.com/graph/api/user-list-messages
   * @see https://learn.microsoft.com/graph/search-query-parameter
   */
  messages(folder: () => string, search: () => string): GraphPages<MessageSummary> {
    return graphPages({
      item: MessageSummary,
      request: () => {
        const words = search().replace(/["\\]/g, ' ').trim();
        const inside = folder();
        return {
          url: inside ? `${this.me}/mailFolders/${encodeURIComponent(inside)}/messages` : this.url,
          params: {
            $select: SUMMARY_FIELDS,
            $top: PAGE_SIZE,
            // Graph sorts what it finds itself, and refuses another order.
            ...(words ? { $search: `"${words}"` } : { $orderby: 'receivedDateTime desc' }),
          },
        };
      },
    });
  }

  /**
   * Returns one message with its text. Needs an injection context.
   *
   * @param id undefined loads nothing
   * @see https://learn.microsoft.com/graph/api/message-get
   */
  message(id: () => string | undefined): HttpResourceRef<Message | undefined> {
    return httpResource(
      () => {
        const wanted = id();
        return wanted === undefined
          ? undefined
          : {
              url: this.urlOf(wanted),
              params: { $select: MESSAGE_FIELDS },
              headers: { Prefer: 'outlook.body-content-type="html"' },
            };
      },
      { parse: (body) => v.parse(Message, body) },
    );
  }

  /**
   * Marks a message as read or unread. Emits the message as it is then; fails with 412 when it has been changed since
   * it was loaded.
   * @see https://learn.microsoft.com/graph/api/message-update
   */
  markAs(message: Message, isRead: boolean): Observable<Message> {
    const etag = message['@odata.etag'];
    const headers = etag === undefined ? {} : { 'If-Match': etag };
    return this.http
      .patch(this.urlOf(message.id), { isRead }, { headers })
      .pipe(map((body) => v.parse(Message, body)));
  }

  private urlOf(id: string): string {
    return `${this.url}/${encodeURIComponent(id)}`;
  }
}
