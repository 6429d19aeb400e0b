import type { Cloud } from '../cloud.ts';
import { query } from '../http/context.ts';
import type { HttpContext } from '../http/context.ts';
import { answer } from './answer.ts';
import type { GraphAnswer } from './answer.ts';
import { calendarView, createEvent, deleteEvent, event, events, updateEvent } from './calendar.ts';
import { contacts, mailboxSettings } from './mailbox-settings.ts';
import { attachments, createDraft, message, messages } from './messages.ts';
import { sendDraft, sendMail, updateMessage } from './messages.ts';
import { readJson } from './respond.ts';
import type { Register } from './respond.ts';

/** Mail, calendar and contacts of the signed-in person. */
export function mailRoutes(cloud: Cloud, on: Register): void {
  on('GET', '/me/messages', (caller, c) => answer(messages(cloud, caller, query(c))));
  on('POST', '/me/messages', async (caller, c) => {
    const { id } = createDraft(cloud, caller, await readJson(c));
    return withETag(message(cloud, caller, id, new URLSearchParams()), 201);
  });
  on('GET', '/me/messages/:item', (caller, c) =>
    withETag(message(cloud, caller, itemOf(c), query(c))),
  );
  on('PATCH', '/me/messages/:item', async (caller, c) =>
    withETag(updateMessage(cloud, caller, itemOf(c), await change(c))),
  );
  on('GET', '/me/messages/:item/attachments', (caller, c) =>
    answer(attachments(cloud, caller, itemOf(c))),
  );
  on('POST', '/me/messages/:item/send', (caller, c) => {
    sendDraft(cloud, caller, itemOf(c));
    return answer(null, { status: 202 });
  });
  on('POST', '/me/sendMail', async (caller, c) => {
    sendMail(cloud, caller, await readJson(c));
    return answer(null, { status: 202 });
  });
  on('GET', '/me/calendarView', (caller, c) => zoned(c, calendarView(cloud, caller, request(c))));
  on('GET', '/me/events', (caller, c) => zoned(c, events(cloud, caller, request(c))));
  on('POST', '/me/events', async (caller, c) => {
    const id = createEvent(cloud, caller, await readJson(c));
    return withETag(event(cloud, caller, id, request(c)), 201);
  });
  on('GET', '/me/events/:item', (caller, c) =>
    zoned(c, event(cloud, caller, itemOf(c), request(c))),
  );
  on('PATCH', '/me/events/:item', async (caller, c) => {
    updateEvent(cloud, caller, itemOf(c), await change(c));
    return withETag(event(cloud, caller, itemOf(c), request(c)));
  });
  on('DELETE', '/me/events/:item', (caller, c) => {
    deleteEvent(cloud, caller, itemOf(c));
    return answer(null);
  });
  on('GET', '/me/mailboxSettings', (caller) => answer(mailboxSettings(cloud, caller)));
  on('GET', '/me/contacts', (caller, c) => answer(contacts(cloud, caller, query(c))));
}

function itemOf(c: HttpContext): string {
  return c.req.param('item') ?? '';
}

function request(c: HttpContext): { query: URLSearchParams; prefer: string | undefined } {
  return { query: query(c), prefer: c.req.header('prefer') };
}

async function change(c: HttpContext): Promise<{ body: unknown; ifMatch: string | undefined }> {
  return { body: await readJson(c), ifMatch: c.req.header('if-match') };
}

function withETag(body: object, status: 200 | 201 = 200): GraphAnswer {
  const etag = '@odata.etag' in body ? String(body['@odata.etag']) : '';
  return answer(body, { status, headers: { ETag: etag } });
}

function zoned(c: HttpContext, body: object): GraphAnswer {
  const prefer = c.req.header('prefer');
  return answer(body, {
    headers: prefer?.includes('outlook.timezone') ? { 'Preference-Applied': prefer } : {},
  });
}
