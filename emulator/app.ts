import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Cloud } from './cloud.ts';
import { consoleRoutes } from './console/routes.ts';
import { portrait } from './directory/portraits.ts';
import { query } from './http/context.ts';
import type { HttpContext, HttpEnv } from './http/context.ts';
import { entraRoutes } from './entra/routes.ts';
import { malformedRequest } from './entra/errors/entra-error.ts';
import { sendPage } from './entra/pages/layout.ts';
import { notFoundPage } from './entra/pages/not-found-page.ts';
import { errorBody } from './entra/errors/error-body.ts';
import { newTrace } from './http/trace.ts';
import { controlRoutes } from './control/control-routes.ts';
import { graphRoutes, userInfoRoutes } from './graph/routes.ts';
import type { SubRequest } from './graph/routes.ts';
import { masked } from './log.ts';

/** The whole cloud behind one address: what holds for every request, then Graph, then Entra. */
export function cloudApp(
  cloud: Cloud,
  { control, faultButtons = control }: { control: boolean; faultButtons?: boolean },
): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const dispatch: SubRequest = async (c, path, init) =>
    app.fetch(new Request(new URL(path, cloud.origin), init), c.env);
  app.use(refuseForeignHosts);
  app.use((c, next) => traceAndLog(cloud, c, next));
  app.use(
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c: HttpContext) => refuseLargeBody(cloud, c) }),
  );
  app.use(readForm);
  app.get('/assets/:name', asset);
  app.get('/portraits/:file', picture);
  app.route('/', consoleRoutes(cloud, { faultButtons }));
  if (control) {
    app.route('/control', controlRoutes(cloud));
  }
  app.route('/v1.0', graphRoutes(cloud, dispatch));
  app.route('/oidc', userInfoRoutes(cloud));
  app.route('/', entraRoutes(cloud));
  app.notFound(nothingHere);
  app.onError((error, c) => {
    c.set('decision', `the local cloud failed: ${error.message}`);
    return c.text('The local cloud failed. This is a bug in it, not in your app.', 500);
  });
  return app;
}

function nothingHere(c: HttpContext): Response | Promise<Response> {
  c.set('decision', 'there is nothing at this address');
  return (c.req.header('accept') ?? '').includes('text/html')
    ? sendPage(c, notFoundPage(c.req.path), { status: 404 })
    : c.text('There is nothing at this address of the local cloud.', 404);
}

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** A page elsewhere can point its own name at 127.0.0.1; the Host header gives it away. */
async function refuseForeignHosts(
  c: HttpContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  if (!LOCAL_HOST.test(c.req.header('host') ?? '')) {
    return c.text('The local cloud answers at localhost only.', 421);
  }
  await next();
  return undefined;
}

const MAX_BODY_BYTES = 1_000_000;

function refuseLargeBody(cloud: Cloud, c: HttpContext): Response {
  c.set('decision', `refused a body of more than ${String(MAX_BODY_BYTES)} bytes`);
  return c.json(errorBody(cloud.origin, malformedRequest(), c.var.trace), 413);
}

async function readForm(c: HttpContext, next: () => Promise<void>): Promise<void> {
  const isForm = (c.req.header('content-type') ?? '').includes('x-www-form-urlencoded');
  if (isForm) {
    c.set('form', new URLSearchParams(await c.req.text()));
  }
  await next();
}

async function traceAndLog(cloud: Cloud, c: HttpContext, next: () => Promise<void>): Promise<void> {
  const asked = query(c).get('client-request-id') ?? c.req.header('client-request-id');
  c.set('trace', newTrace(asked ?? undefined, cloud.random, cloud.clock()));
  c.set('decision', '');
  c.set('fault', undefined);
  c.set('form', new URLSearchParams());
  await next();
  harden(c);
  cloud.log.add({
    at: new Date(cloud.clock()).toISOString(),
    method: c.req.method,
    path: c.req.path,
    query: masked(query(c)),
    form: masked(c.var.form),
    status: c.res.status,
    decision: c.var.decision,
    correlationId: c.var.trace.correlationId,
  });
}

function harden(c: HttpContext): void {
  c.header('x-ms-request-id', c.var.trace.traceId);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  if (!c.res.headers.has('Cache-Control')) {
    c.header('Cache-Control', 'no-store');
  }
}

const ASSETS: Readonly<Record<string, string>> = {
  'page.css': 'text/css; charset=utf-8',
  'people.css': 'text/css; charset=utf-8',
  'forms.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'submit.js': 'text/javascript; charset=utf-8',
  'sign-out.js': 'text/javascript; charset=utf-8',
};

function asset(c: HttpContext): Response | Promise<Response> {
  const name = c.req.param('name') ?? '';
  const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  if (type === undefined) {
    return c.notFound();
  }
  const text = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
  return c.body(text, 200, { 'Content-Type': type });
}

function picture(c: HttpContext): Response | Promise<Response> {
  const number = /^(\d{1,3})\.jpg$/.exec(c.req.param('file') ?? '')?.[1];
  const jpeg = portrait(Number(number), 96);
  return jpeg
    ? c.body(new Uint8Array(jpeg), 200, {
        'Content-Type': 'image/jpeg',
        'Cache-Control': 'max-age=3600',
      })
    : c.notFound();
}
