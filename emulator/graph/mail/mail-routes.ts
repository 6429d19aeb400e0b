import type { Cloud } from '../../cloud.ts';
import type { HttpContext } from '../../http/context.ts';
import { notEmulated } from '../graph-error.ts';
import { graphQuery } from '../query/graph-query.ts';
import { json } from '../graph-response.ts';
import type { GraphResponse } from '../graph-response.ts';
import { mailFolder, mailFolders } from './mail-folders.ts';
import { contacts, mailboxSettings } from './mailbox-settings.ts';
import { createDraft, sendDraft, sendMail, updateMessage } from './message-changes.ts';
import { attachments, message, messages } from './messages.ts';
import { MAILBOX_OPTIONS } from '../query/query-options.ts';
import { readJson } from '../respond.ts';
import type { AddRoute, Handler } from '../respond.ts';

const LIST = MAILBOX_OPTIONS;
const MESSAGES = [...LIST, '$expand'];

/** Mail, settings and contacts of the signed-in person. */
export function mailRoutes(cloud: Cloud, on: AddRoute): void {
  deltaRoutes(on);
  folderRoutes(cloud, on);
  const list: Handler = (caller, c) => json(messages(cloud, caller, graphQuery(c)));
  on('GET', '/me/messages', list, MESSAGES);
  on('POST', '/me/messages', async (caller, c) => {
    const { id } = createDraft(cloud, caller, await readJson(c));
    return withETag(message(cloud, caller, id, new URLSearchParams()), 201);
  });
  const one: Handler = (caller, c) => withETag(message(cloud, caller, itemOf(c), graphQuery(c)));
  on('GET', '/me/messages/:item', one, ['$select', '$expand']);
  on('PATCH', '/me/messages/:item', async (caller, c) =>
    withETag(updateMessage(cloud, caller, itemOf(c), await change(c))),
  );
  on('GET', '/me/messages/:item/attachments', (caller, c) =>
    json(attachments(cloud, caller, itemOf(c))),
  );
  on('POST', '/me/messages/:item/send', (caller, c) => {
    sendDraft(cloud, caller, itemOf(c));
    return json(null, { status: 202 });
  });
  on('POST', '/me/sendMail', async (caller, c) => {
    sendMail(cloud, caller, await readJson(c));
    return json(null, { status: 202 });
  });
  const settings: Handler = (caller, c) => json(mailboxSettings(cloud, caller, graphQuery(c)));
  on('GET', '/me/mailboxSettings', settings, ['$select']);
  on('GET', '/me/contacts', (caller, c) => json(contacts(cloud, caller, graphQuery(c))), LIST);
}

function folderRoutes(cloud: Cloud, on: AddRoute): void {
  const folderOf = (c: HttpContext) => c.req.param('folder') ?? '';
  const top: Handler = (caller, c) => json(mailFolders(cloud, caller, graphQuery(c)));
  on('GET', '/me/mailFolders', top, LIST);
  const one: Handler = (caller, c) => json(mailFolder(cloud, caller, folderOf(c), graphQuery(c)));
  on('GET', '/me/mailFolders/:folder', one, ['$select']);
  const children: Handler = (caller, c) =>
    json(mailFolders(cloud, caller, graphQuery(c), folderOf(c)));
  on('GET', '/me/mailFolders/:folder/childFolders', children, LIST);
  const inside: Handler = (caller, c) => json(messages(cloud, caller, graphQuery(c), folderOf(c)));
  on('GET', '/me/mailFolders/:folder/messages', inside, MESSAGES);
}

/** Delta queries would else be looked for among the ids. */
function deltaRoutes(on: AddRoute): void {
  const absent: Handler = () => {
    throw notEmulated('delta queries');
  };
  for (const list of ['messages', 'mailFolders', 'events', 'calendarView', 'contacts']) {
    on('GET', `/me/${list}/delta`, absent, LIST);
  }
}

export function itemOf(c: HttpContext): string {
  return c.req.param('item') ?? '';
}

/** A PATCH: what is to change, and the version that the client saw. */
export async function change(
  c: HttpContext,
): Promise<{ body: unknown; ifMatch: string | undefined }> {
  return { body: await readJson(c), ifMatch: c.req.header('if-match') };
}

export function withETag(body: object, status: 200 | 201 = 200): GraphResponse {
  const etag = '@odata.etag' in body ? String(body['@odata.etag']) : '';
  return json(body, { status, headers: { ETag: etag } });
}
