import { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { query } from '../entra/http.ts';
import type { HttpContext, HttpEnv } from '../entra/http.ts';
import { injectFaults } from '../faults/inject.ts';
import { answer } from './answer.ts';
import type { GraphAnswer } from './answer.ts';
import { authenticate } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { GraphError, unknownSegment } from './graph-error.ts';
import { me } from './me.ts';
import { userInfo } from './user-info.ts';
import { photoMetadata, photoValue } from './photo.ts';

/** Microsoft Graph v1.0: which address is answered by what, and who renders its errors. */
export function graphRoutes(cloud: Cloud): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const get = (path: string, handle: Handler) => {
    app.get(path, (c) => respond(cloud, c, handle));
  };
  app.use('*', crossOrigin);
  get('/me', (caller, c) => answer(me(cloud, caller, query(c))));
  get('/me/photo', (caller) => answer(photoMetadata(cloud, caller, caller.person, 'me')));
  get('/me/photo/$value', (caller) => photoValue(caller, caller.person));
  get('/me/photos/:size/$value', (caller, c) =>
    photoValue(caller, caller.person, c.req.param('size')),
  );
  app.all('*', (c) =>
    respond(cloud, c, () => {
      throw unknownSegment(c.req.path.split('/').at(-1) ?? '');
    }),
  );
  return app;
}

/** OpenID Connect's userinfo, which Entra's metadata places on Graph's host. */
export function userInfoRoutes(cloud: Cloud): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(crossOrigin);
  app.on(['GET', 'POST'], '/userinfo', (c) =>
    respond(cloud, c, (caller) => answer(userInfo(cloud, caller))),
  );
  return app;
}

type Handler = (caller: Caller, c: HttpContext) => GraphAnswer | Promise<GraphAnswer>;

async function respond(cloud: Cloud, c: HttpContext, handle: Handler): Promise<Response> {
  c.header('request-id', c.var.trace.traceId);
  c.header('client-request-id', c.var.trace.correlationId);
  try {
    const spoilt = await injectFaults(cloud, c, 'graph');
    if (spoilt) {
      return spoilt;
    }
    const caller = await authenticate(cloud, c.req.header('authorization'));
    c.set('decision', `answered for ${caller.person.userPrincipalName}`);
    return send(c, await handle(caller, c));
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error;
    }
    c.set('decision', `${error.code}: ${error.message}`);
    return c.json(errorBody(c, error), error.status, error.headers);
  }
}

function send(c: HttpContext, { status, headers, body, bytes }: GraphAnswer): Response {
  if (bytes) {
    return c.body(bytes, 200, headers);
  }
  return body === null || status === 204
    ? c.body(null, status, headers)
    : c.json(body, status, headers);
}

function errorBody(c: HttpContext, error: GraphError): object {
  const { trace } = c.var;
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        date: trace.timestamp.replace(' ', 'T').replace('Z', ''),
        'request-id': trace.traceId,
        'client-request-id': trace.correlationId,
      },
    },
  };
}

const EXPOSED = [
  ...['ETag', 'Location', 'Preference-Applied', 'Content-Range', 'request-id'],
  ...['client-request-id', 'ReadWriteConsistencyToken', 'WWW-Authenticate', 'Retry-After'],
].join(', ');

async function crossOrigin(
  c: HttpContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', EXPOSED);
  if (c.req.method !== 'OPTIONS') {
    await next();
    return undefined;
  }
  c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  c.header('Access-Control-Allow-Headers', c.req.header('access-control-request-headers') ?? '');
  c.header('Access-Control-Max-Age', '3600');
  return c.body(null, 200);
}
