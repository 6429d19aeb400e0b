import { Hono } from 'hono';
import * as v from 'valibot';
import { resetCloud } from '../cloud.ts';
import type { Cloud } from '../cloud.ts';
import type { HttpContext, HttpEnv } from '../http/context.ts';
import { ruleSchema } from '../faults/fault.ts';

/**
 * The faults over HTTP, for tests in other languages and for people with curl. There only when the
 * cloud was started with `--control`; never readable or usable by a page of another origin.
 */
export function controlRoutes(cloud: Cloud): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(refuseOtherOrigins);
  app.get('/faults', (c) => c.json({ faults: cloud.faults.active }));
  app.post('/faults', async (c) => {
    const rule = v.safeParse(ruleSchema, await readJson(c));
    return rule.success
      ? c.json({ id: cloud.faults.rules.add(rule.output) }, 201)
      : c.json({ error: sentence(rule.issues[0]) }, 400);
  });
  app.delete('/faults', (c) => {
    cloud.faults.clear();
    return c.body(null, 204);
  });
  app.delete('/faults/:id', (c) => {
    cloud.faults.rules.remove(Number(c.req.param('id')));
    return c.body(null, 204);
  });
  app.post('/levers/:name', async (c) => {
    const command = v.safeParse(controlSchema, {
      ...(await readJson(c)),
      lever: c.req.param('name'),
    });
    if (!command.success) {
      return c.json({ error: sentence(command.issues[0]) }, 400);
    }
    return applyControl(cloud, command.output)
      ? c.body(null, 204)
      : c.json({ error: `Nobody here is called ${String(command.output.person)}.` }, 400);
  });
  app.post('/reset', (c) => {
    resetCloud(cloud);
    return c.body(null, 204);
  });
  return app;
}

const FAULT_CONTROLS = [
  ...(['expireRefreshTokens', 'expireAccessTokens', 'revokeSessions'] as const),
  ...(['endBrowserSessions', 'revokeConsent', 'requireStepUp', 'rotateKeys'] as const),
] as const;

const controlSchema = v.strictObject({
  lever: v.picklist([...FAULT_CONTROLS, 'shiftClock']),
  person: v.optional(v.string()),
  milliseconds: v.optional(v.number(), 0),
});

function applyControl(cloud: Cloud, command: v.InferOutput<typeof controlSchema>): boolean {
  const { faults, directory } = cloud;
  if (command.person !== undefined && !directory.personByUsername(command.person)) {
    return false;
  }
  if (command.lever === 'shiftClock') {
    faults.shiftClock(command.milliseconds);
  } else {
    faults[command.lever](command.person);
  }
  return true;
}

async function refuseOtherOrigins(
  c: HttpContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const site = c.req.header('sec-fetch-site') ?? 'none';
  const origin = c.req.header('origin');
  const isForeign = origin !== undefined && origin !== new URL(c.req.url).origin;
  if (isForeign || (site !== 'none' && site !== 'same-origin')) {
    return c.json({ error: 'The control is not for other pages.' }, 403);
  }
  await next();
  return undefined;
}

/** Only application/json counts: a form of another page cannot send it without asking first. */
async function readJson(c: HttpContext): Promise<object> {
  const isJson = (c.req.header('content-type') ?? '').startsWith('application/json');
  try {
    const body: unknown = isJson ? await c.req.json() : undefined;
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => String(key)).join('.');
  return path === undefined ? issue.message : `${path}: ${issue.message}`;
}
