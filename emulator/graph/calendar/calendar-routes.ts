import type { Cloud } from '../../cloud.ts';
import type { HttpContext } from '../../http/context.ts';
import { calendarView, event, events, instances } from './calendar.ts';
import type { CalendarRequest } from './calendar.ts';
import { createEvent, deleteEvent, updateEvent } from './event-changes.ts';
import { graphQuery } from '../query/graph-query.ts';
import { json } from '../graph-response.ts';
import type { GraphResponse } from '../graph-response.ts';
import { change, itemOf, withETag } from '../mail/mail-routes.ts';
import { MAILBOX_OPTIONS } from '../query/query-options.ts';
import { readJson } from '../respond.ts';
import type { AddRoute, Handler } from '../respond.ts';

/** The calendar of the signed-in person. */
export function calendarRoutes(cloud: Cloud, on: AddRoute): void {
  const view: Handler = (caller, c) => zoned(c, calendarView(cloud, caller, request(c)));
  on('GET', '/me/calendarView', view, MAILBOX_OPTIONS);
  const all: Handler = (caller, c) => zoned(c, events(cloud, caller, request(c)));
  on('GET', '/me/events', all, MAILBOX_OPTIONS);
  on('POST', '/me/events', async (caller, c) => {
    const id = createEvent(cloud, caller, await readJson(c));
    return withETag(event(cloud, caller, id, request(c)), 201);
  });
  const one: Handler = (caller, c) => zoned(c, event(cloud, caller, itemOf(c), request(c)));
  on('GET', '/me/events/:item', one, ['$select']);
  const occurrences: Handler = (caller, c) =>
    zoned(c, instances(cloud, caller, itemOf(c), request(c)));
  on('GET', '/me/events/:item/instances', occurrences, MAILBOX_OPTIONS);
  on('PATCH', '/me/events/:item', async (caller, c) => {
    updateEvent(cloud, caller, itemOf(c), await change(c));
    return withETag(event(cloud, caller, itemOf(c), request(c)));
  });
  on('DELETE', '/me/events/:item', (caller, c) => {
    deleteEvent(cloud, caller, itemOf(c));
    return json(null);
  });
}

function request(c: HttpContext): CalendarRequest {
  return { query: graphQuery(c), prefer: c.req.header('prefer') };
}

function zoned(c: HttpContext, body: object): GraphResponse {
  const prefer = c.req.header('prefer');
  return json(body, {
    headers: prefer?.includes('outlook.timezone') ? { 'Preference-Applied': prefer } : {},
  });
}
