import type { Cloud } from '../../cloud.ts';
import type { Message } from '../../directory/mailbox/items.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { unknownSelection } from '../graph-error.ts';
import { findFolder } from './mail-folders.ts';
import type { Resource } from '../query/property.ts';
import { accessDenied, itemNotFound } from './mail-errors.ts';
import {
  BODY_PROPERTIES,
  MESSAGE_PROPERTIES,
  attachmentResource,
  messageResource,
} from './message.ts';
import { pick, readSelect, withExpansion } from '../query/select.ts';

/** /me/messages */

const READ = ['Mail.Read', 'Mail.ReadWrite'];
const READ_BASIC = [...READ, 'Mail.ReadBasic'];
/** What `$search` may look for in one place alone. */
const KEYWORDS = {
  subject: ['subject'],
  body: ['body'],
  from: ['from'],
  to: ['toRecipients'],
  cc: ['ccRecipients'],
  participants: ['from', 'toRecipients', 'ccRecipients'],
};

/**
 * Lists messages, the newest first.
 * @see https://learn.microsoft.com/graph/api/user-list-messages
 *
 * @param folder id or well-known name of the folder to look in; undefined for every folder
 * @throws GraphError 404 for a folder that the mailbox does not have
 */
export function messages(
  cloud: Cloud,
  caller: Caller,
  query: URLSearchParams,
  folder?: string,
): object {
  requireScope(caller, READ_BASIC, accessDenied);
  const { person } = caller;
  const key = folder === undefined ? undefined : findFolder(person, folder).key;
  const { messages: all } = cloud.mailboxes.of(person);
  const items = [...all.values()]
    .filter((each) => key === undefined || each.folder === key)
    .sort((a, b) => b.receivedAt - a.receivedAt)
    .map((each) => messageResource(each, person));
  const visible = visibleProperties(caller);
  const expands = readAttachments(caller, query);
  const inside = folder === undefined ? '' : `/mailFolders/${encodeURIComponent(folder)}`;
  const rules = {
    type: 'message',
    properties: visible,
    defaults: visible,
    context: `users('${person.id}')/messages`,
    path: `/me${inside}/messages`,
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['@odata.etag', 'id'],
    searched: ['subject', 'body', 'from', 'toRecipients'],
    keywords: KEYWORDS,
    ...(expands && {
      expanded: 'attachments()',
      expand: (item: Resource) => withAttachments(all.get(String(item['id']))),
    }),
  } as const;
  return collection(cloud, items, rules, query);
}

/** Whether `$expand` asks for attachments, the one thing that it can. */
function readAttachments(caller: Caller, query: URLSearchParams): boolean {
  const expand = query.get('$expand');
  if (expand === null) {
    return false;
  }
  if (expand !== 'attachments') {
    throw unknownSelection(expand, 'message');
  }
  requireScope(caller, READ, accessDenied);
  return true;
}

function withAttachments(message: Message | undefined): Resource {
  return { attachments: message?.attachments.map(attachmentResource) ?? [] };
}

/**
 * Shows one message.
 * @see https://learn.microsoft.com/graph/api/message-get
 */
export function message(cloud: Cloud, caller: Caller, id: string, query: URLSearchParams): object {
  requireScope(caller, READ_BASIC, accessDenied);
  const visible = visibleProperties(caller);
  const found = findMessage(cloud, caller, id);
  const resource = messageResource(found, caller.person);
  const expands = readAttachments(caller, query);
  const selection = readSelect(query.get('$select'), visible, visible, 'message');
  const names = new Set(['@odata.etag', 'id', ...selection.names]);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${caller.person.id}')/messages${withExpansion(selection.suffix, expands ? 'attachments()' : undefined)}/$entity`,
    ...pick(resource, [...names]),
    ...(expands && withAttachments(found)),
  };
}

export function attachments(cloud: Cloud, caller: Caller, id: string): object {
  requireScope(caller, READ, accessDenied);
  const { attachments: files } = findMessage(cloud, caller, id);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${caller.person.id}')/messages('${id}')/attachments`,
    value: files.map(attachmentResource),
  };
}

/** @throws GraphError 404 ErrorItemNotFound */
export function findMessage(cloud: Cloud, caller: Caller, id: string): Message {
  const found = cloud.mailboxes.of(caller.person).messages.get(id);
  if (!found) {
    throw itemNotFound();
  }
  return found;
}

function visibleProperties(caller: Caller): readonly string[] {
  return READ.some((scope) => caller.scopes.has(scope))
    ? MESSAGE_PROPERTIES
    : MESSAGE_PROPERTIES.filter((name) => !BODY_PROPERTIES.includes(name));
}
