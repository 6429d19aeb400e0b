import type { Cloud } from '../cloud.ts';
import type { Message } from '../directory/mailbox.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { collection } from './collection.ts';
import { checkFolder, folderOf } from './mail-folders.ts';
import { accessDenied, itemNotFound } from './mail-errors.ts';
import {
  BODY_PROPERTIES,
  MESSAGE_PROPERTIES,
  attachmentResource,
  messageResource,
} from './message.ts';
import { pick, readSelect } from './select.ts';

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

/** @param folder id of the folder to look in; undefined for every folder */
export function messages(
  cloud: Cloud,
  caller: Caller,
  query: URLSearchParams,
  folder?: string,
): object {
  requireScope(caller, READ_BASIC, accessDenied);
  if (folder !== undefined) {
    checkFolder(folder);
  }
  const visible = visibleProperties(caller);
  const items = [...cloud.mailboxes.of(caller.person).messages.values()]
    .filter((message) => folder === undefined || folderOf(message) === folder.toLowerCase())
    .sort((a, b) => b.receivedAt - a.receivedAt)
    .map(messageResource);
  const rules = {
    type: 'message',
    properties: visible,
    defaults: visible,
    context: `users('${caller.person.id}')/messages`,
    path: folder === undefined ? '/me/messages' : `/me/mailFolders/${folder}/messages`,
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['@odata.etag', 'id'],
    searched: ['subject', 'body', 'from', 'toRecipients'],
    keywords: KEYWORDS,
  } as const;
  return collection(cloud, items, rules, query);
}

export function message(cloud: Cloud, caller: Caller, id: string, query: URLSearchParams): object {
  requireScope(caller, READ_BASIC, accessDenied);
  const visible = visibleProperties(caller);
  const resource = messageResource(findMessage(cloud, caller, id));
  const selection = readSelect(query.get('$select'), visible, visible, 'message');
  const names = new Set(['@odata.etag', 'id', ...selection.names]);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${caller.person.id}')/messages${selection.suffix}/$entity`,
    ...pick(resource, [...names]),
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
