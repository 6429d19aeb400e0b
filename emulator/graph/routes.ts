import { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import type { HttpContext, HttpEnv } from '../http/context.ts';
import { json } from './graph-response.ts';
import { batch } from './batch.ts';
import type { BatchRequest } from './batch.ts';
import { requestDenied, unknownSegment } from './graph-error.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { managementRoutes } from './management/management-routes.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { crossOrigin, readJson, respond } from './respond.ts';
import type { AddRoute } from './respond.ts';
import { userInfo } from './user-info.ts';

/** Sends one request of a batch through the whole cloud, as if it had come alone. */
export type SubRequest = (c: HttpContext, path: string, init: RequestInit) => Promise<Response>;

/** Microsoft Graph v1.0: which address is answered by what. */
export function graphRoutes(cloud: Cloud, dispatch: SubRequest): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const on: AddRoute = (method, path, handle, options) => {
    app.on(method, path, (c) => respond(cloud, c, handle, options ?? []));
  };
  app.use('*', crossOrigin);
  peopleRoutes(cloud, on);
  on('POST', '/me/revokeSignInSessions', (caller) => {
    if (!REVOKE.some((scope) => caller.scopes.has(scope))) {
      throw requestDenied();
    }
    cloud.revocations.revokeSessions(caller.person.id);
    cloud.sessions.signOutEverywhere(caller.person.id);
    return json({ '@odata.context': `${cloud.origin}/v1.0/$metadata#Edm.Boolean`, value: true });
  });
  mailRoutes(cloud, on);
  calendarRoutes(cloud, on);
  managementRoutes(cloud, on);
  on('POST', '/$batch', async (_, c) =>
    json(await batch(await readJson(c), (request) => dispatchOne(dispatch, c, request))),
  );
  app.all('*', (c) =>
    respond(cloud, c, () => {
      throw unknownSegment(c.req.path.split('/').at(-1) ?? '');
    }),
  );
  return app;
}

const REVOKE = ['User.RevokeSessions.All', 'User.ReadWrite', 'User.ReadWrite.All'];

/** A batch speaks for its caller to Graph alone: an address that leaves `/v1.0` is not dispatched. */
async function dispatchOne(
  dispatch: SubRequest,
  c: HttpContext,
  request: BatchRequest,
): Promise<Response> {
  const { pathname, search } = new URL(`http://localhost/v1.0/${request.url.replace(/^\/+/, '')}`);
  if (!pathname.startsWith('/v1.0/') || pathname.startsWith('/v1.0/$batch')) {
    return badRequest(`The address ${request.url} is not one a batch may hold.`);
  }
  const init = toRequestInit(request);
  if (!init) {
    return badRequest('A header or the body of the request is not valid.');
  }
  init.headers.set('authorization', c.req.header('authorization') ?? '');
  init.headers.set('host', c.req.header('host') ?? '');
  return dispatch(c, pathname + search, init);
}

function toRequestInit(request: BatchRequest): (RequestInit & { headers: Headers }) | undefined {
  const { method, body } = request;
  try {
    const headers = new Headers(request.headers);
    const hasBody = body !== undefined && method !== 'GET';
    return { method, headers, ...(hasBody && { body: JSON.stringify(body) }) };
  } catch {
    // Not a header, or nested deeper than can be written again.
    return undefined;
  }
}

const badRequest = (message: string): Response =>
  Response.json({ error: { code: 'BadRequest', message } }, { status: 400 });

/** OpenID Connect's userinfo, which Entra's metadata places on Graph's host. */
export function userInfoRoutes(cloud: Cloud): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(crossOrigin);
  app.on(['GET', 'POST'], '/userinfo', (c) =>
    respond(cloud, c, (caller) => json(userInfo(cloud, caller))),
  );
  return app;
}
