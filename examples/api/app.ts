import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import * as v from 'valibot';
import { requireRole, requireScope, requireToken } from './auth/require.ts';
import type { Authenticated, TokenCheck } from './auth/require.ts';
import { Problem } from './problem.ts';
import { NewTask, TaskChange, Tasks } from './tasks.ts';

const READ = requireScope('Tasks.Read', 'Tasks.ReadWrite');
const WRITE = requireScope('Tasks.ReadWrite');
const MAX_BODY = 16_384;
const Revocation = v.strictObject({ oid: v.pipe(v.string(), v.uuid()) });

/**
 * The API: every address and what it takes to call it. Whatever is not listed is a 404, and nothing but a
 * preflight is answered without a token.
 */
export function tasksApi(check: TokenCheck): Hono<Authenticated> {
  const tasks = new Tasks();
  const app = new Hono<Authenticated>();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
    // What a person hands to support.
    context.header('request-id', randomUUID());
  });
  app.use(
    cors({
      origin: [...check.settings.origins],
      allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type'],
      // Without this a page cannot read the claims challenge.
      exposeHeaders: ['WWW-Authenticate', 'Retry-After', 'request-id'],
      maxAge: 600,
    }),
  );
  app.use(requireToken(check));
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }));

  app.get('/tasks', READ, (c) => c.json({ value: tasks.list(c.var.caller.id) }));
  app.post('/tasks', WRITE, async (c) => {
    const task = tasks.add(c.var.caller.id, await body(c, NewTask), check.clock());
    return c.json(task, 201, { Location: `/tasks/${task.id}` });
  });
  app.patch('/tasks/:id', WRITE, async (c) =>
    c.json(tasks.change(c.var.caller.id, c.req.param('id'), await body(c, TaskChange))),
  );
  app.delete('/tasks/:id', WRITE, (c) => {
    tasks.remove(c.var.caller.id, c.req.param('id'));
    return c.body(null, 204);
  });
  app.post('/revocations', WRITE, requireRole('Tasks.Admin'), async (c) => {
    const { oid } = await body(c, Revocation);
    // An administrator of one tenant has no say in another.
    check.revoked.revoke(`${c.var.caller.tenantId}/${oid.toLowerCase()}`, check.clock());
    return c.body(null, 204);
  });

  app.notFound(() => new Problem(404, 'Not Found', 'There is no such address.').toResponse());
  app.onError((error) =>
    error instanceof Problem
      ? error.toResponse()
      : new Problem(500, 'Internal Server Error', 'This should not happen.').toResponse(),
  );
  return app;
}

function tooLarge(): never {
  throw new Problem(413, 'Content Too Large', `A body has at most ${MAX_BODY} bytes.`);
}

/** @throws Problem: 415 for another type than JSON, 400 for a body that the schema refuses */
async function body<Output>(
  context: Context,
  schema: v.GenericSchema<unknown, Output>,
): Promise<Output> {
  if (!/^application\/json(;|$)/i.test(context.req.header('Content-Type') ?? '')) {
    throw new Problem(415, 'Unsupported Media Type', 'Send application/json.');
  }
  const json: unknown = await context.req.json().catch(() => undefined);
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'The body';
  throw new Problem(400, 'Bad Request', `${field}: ${issue.message}`);
}
