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
    const pull = v.safeParse(leverSchema, { ...(await readJson(c)), lever: c.req.param('name') });
    if (!pull.success) {
      return c.json({ error: sentence(pull.issues[0]) }, 400);
    }
    return pullLever(cloud, pull.output)
      ? c.body(null, 204)
      : c.json({ error: `Nobody here is called ${String(pull.output.person)}.` }, 400);
  });
  app.post('/reset', (c) => {
    resetCloud(cloud);
    return c.body(null, 204);
  });
  return app;
}

const LEVERS = [
  ...(['expireRefreshTokens', 'expireAccessTokens', 'revokeSessions'] as const),
  ...(['endBrowserSessions', 'revokeConsent', 'requireStepUp', 'rollKeysOver'] as const),
] as const;

const leverSchema = v.strictObject({
  lever: v.picklist([...LEVERS, 'shiftClock']),
  person: v.optional(v.string()),
  milliseconds: v.optional(v.number(), 0),
});

function pullLever(cloud: Cloud, pull: v.InferOutput<typeof leverSchema>): boolean {
  const { faults, directory } = cloud;
  if (pull.person !== undefined && !directory.personByUsername(pull.person)) {
    return false;
  }
  if (pull.lever === 'shiftClock') {
    faults.shiftClock(pull.milliseconds);
  } else {
    faults[pull.lever](pull.person);
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
