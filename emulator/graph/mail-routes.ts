import type { Cloud } from '../cloud.ts';
import { graphQuery } from './graph-query.ts';
import type { HttpContext } from '../http/context.ts';
import { json } from './graph-response.ts';
import type { GraphResponse } from './graph-response.ts';
import { calendarView, createEvent, deleteEvent, event, events, updateEvent } from './calendar.ts';
import { contacts, mailboxSettings } from './mailbox-settings.ts';
import { mailFolders } from './mail-folders.ts';
import { createDraft, sendDraft, sendMail, updateMessage } from './message-changes.ts';
import { attachments, message, messages } from './messages.ts';
import { MAILBOX_OPTIONS } from './query-options.ts';
import { readJson } from './respond.ts';
import type { AddRoute, Handler } from './respond.ts';

/** Mail, calendar and contacts of the signed-in person. */
export function mailRoutes(cloud: Cloud, on: AddRoute): void {
  on(
    'GET',
    '/me/mailFolders',
    (caller, c) => json(mailFolders(cloud, caller, graphQuery(c))),
    LIST,
  );
  on(
    'GET',
    '/me/mailFolders/:folder/messages',
    (caller, c) => json(messages(cloud, caller, graphQuery(c), c.req.param('folder'))),
    LIST,
  );
  on('GET', '/me/messages', (caller, c) => json(messages(cloud, caller, graphQuery(c))), LIST);
  on('POST', '/me/messages', async (caller, c) => {
    const { id } = createDraft(cloud, caller, await readJson(c));
    return withETag(message(cloud, caller, id, new URLSearchParams()), 201);
  });
  on(
    'GET',
    '/me/messages/:item',
    (caller, c) => withETag(message(cloud, caller, getItemId(c), graphQuery(c))),
    ['$select'],
  );
  on('PATCH', '/me/messages/:item', async (caller, c) =>
    withETag(updateMessage(cloud, caller, getItemId(c), await change(c))),
  );
  on('GET', '/me/messages/:item/attachments', (caller, c) =>
    json(attachments(cloud, caller, getItemId(c))),
  );
  on('POST', '/me/messages/:item/send', (caller, c) => {
    sendDraft(cloud, caller, getItemId(c));
    return json(null, { status: 202 });
  });
  on('POST', '/me/sendMail', async (caller, c) => {
    sendMail(cloud, caller, await readJson(c));
    return json(null, { status: 202 });
  });
  const view: Handler = (caller, c) => zoned(c, calendarView(cloud, caller, request(c)));
  on('GET', '/me/calendarView', view, LIST);
  on('GET', '/me/events', (caller, c) => zoned(c, events(cloud, caller, request(c))), LIST);
  on('POST', '/me/events', async (caller, c) => {
    const id = createEvent(cloud, caller, await readJson(c));
    return withETag(event(cloud, caller, id, request(c)), 201);
  });
  on(
    'GET',
    '/me/events/:item',
    (caller, c) => zoned(c, event(cloud, caller, getItemId(c), request(c))),
    ['$select'],
  );
  on('PATCH', '/me/events/:item', async (caller, c) => {
    updateEvent(cloud, caller, getItemId(c), await change(c));
    return withETag(event(cloud, caller, getItemId(c), request(c)));
  });
  on('DELETE', '/me/events/:item', (caller, c) => {
    deleteEvent(cloud, caller, getItemId(c));
    return json(null);
  });
  const settings: Handler = (caller, c) => json(mailboxSettings(cloud, caller, graphQuery(c)));
  on('GET', '/me/mailboxSettings', settings, ['$select']);
  on('GET', '/me/contacts', (caller, c) => json(contacts(cloud, caller, graphQuery(c))), LIST);
}

const LIST = MAILBOX_OPTIONS;

function getItemId(c: HttpContext): string {
  return c.req.param('item') ?? '';
}

function request(c: HttpContext): { query: URLSearchParams; prefer: string | undefined } {
  return { query: graphQuery(c), prefer: c.req.header('prefer') };
}

async function change(c: HttpContext): Promise<{ body: unknown; ifMatch: string | undefined }> {
  return { body: await readJson(c), ifMatch: c.req.header('if-match') };
}

function withETag(body: object, status: 200 | 201 = 200): GraphResponse {
  const etag = '@odata.etag' in body ? String(body['@odata.etag']) : '';
  return json(body, { status, headers: { ETag: etag } });
}

function zoned(c: HttpContext, body: object): GraphResponse {
  const prefer = c.req.header('prefer');
  return json(body, {
    headers: prefer?.includes('outlook.timezone') ? { 'Preference-Applied': prefer } : {},
  });
}
