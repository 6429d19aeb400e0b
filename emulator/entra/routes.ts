import { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { injectEntraFaults } from './inject-entra-faults.ts';
import { entraRequestFacts } from './request-facts.ts';
import type { EntraPlace } from './request-facts.ts';
import { adminConsent } from './admin-consent.ts';
import { authorize } from './authorize.ts';
import { keys, metadata } from './discovery.ts';
import { EntraError } from './entra-error.ts';
import { Parameters } from './parameters.ts';
import { query } from '../http/context.ts';
import type { HttpContext, HttpEnv } from '../http/context.ts';
import { instanceDiscovery } from './instance-discovery.ts';
import {
  answerStay,
  approve,
  chooseAccount,
  forgetAccount,
  decideConsent,
  showInteraction,
} from './interaction-routes.ts';
import { explainPage } from './pages/explain-page.ts';
import { errorPage } from './pages/error-page.ts';
import { sendPage } from './pages/layout.ts';
import { notPosted } from './request-errors.ts';
import { signOut, signOutChosen } from './sign-out.ts';
import { signUp } from './sign-up/sign-up.ts';
import { token } from './token.ts';
import { errorBody } from './error-body.ts';

/** Entra's side of the cloud: which address is answered by what, and who renders its errors. */
export function entraRoutes(cloud: Cloud): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const tenantPath = '/:tenant';

  for (const path of [
    '/v2.0/.well-known/openid-configuration',
    '/discovery/v2.0/keys',
    '/oauth2/v2.0/token',
  ]) {
    app.use(`${tenantPath}${path}`, allowAnyOrigin);
  }
  app.get(`${tenantPath}/v2.0/.well-known/openid-configuration`, (c) =>
    asJson(cloud, c, 'discovery', (tenant) => metadata(cloud, tenant)),
  );
  app.get(`${tenantPath}/discovery/v2.0/keys`, (c) =>
    asJson(cloud, c, 'keys', (tenant) => keys(cloud, tenant)),
  );
  app.post(`${tenantPath}/oauth2/v2.0/token`, (c) =>
    asJson(cloud, c, 'token', () => token(cloud, c)),
  );
  app.all(`${tenantPath}/oauth2/v2.0/token`, (c) =>
    asJson(cloud, c, 'token', () => {
      throw notPosted(c.req.method);
    }),
  );
  app.get(`${tenantPath}/oauth2/v2.0/authorize`, (c) =>
    asPage(cloud, c, undefined, () => authorize(cloud, c)),
  );
  app.post(`${tenantPath}/oauth2/v2.0/authorize`, (c) =>
    asPage(cloud, c, undefined, () => authorize(cloud, c)),
  );
  for (const path of ['/adminconsent', '/v2.0/adminconsent']) {
    app.get(tenantPath + path, (c) => asPage(cloud, c, undefined, () => adminConsent(cloud, c)));
  }
  app.post('/interaction/:id/stay', (c) => asPage(cloud, c, undefined, () => answerStay(cloud, c)));
  app.post('/interaction/:id/forget', (c) =>
    asPage(cloud, c, undefined, () => forgetAccount(cloud, c)),
  );
  app.use('/common/discovery/instance', allowAnyOrigin);
  app.get('/common/discovery/instance', (c) =>
    asJson(cloud, c, 'discovery', () => instanceDiscovery(cloud, new Parameters(query(c)))),
  );
  app.get(`${tenantPath}/oauth2/v2.0/logout`, (c) =>
    asPage(cloud, c, 'logout', () => signOut(cloud, c)),
  );
  app.get('/error', (c) =>
    sendPage(c, explainPage((query(c).get('code') ?? '').replace(/\D/g, '').slice(0, 8)), {}),
  );
  app.post('/sign-out', (c) => asPage(cloud, c, undefined, () => signOutChosen(cloud, c)));
  app.get('/interaction/:id', (c) => asPage(cloud, c, undefined, () => showInteraction(cloud, c)));
  app.post('/interaction/:id/account', (c) =>
    asPage(cloud, c, undefined, () => chooseAccount(cloud, c)),
  );
  app.post('/interaction/:id/sign-up', (c) => asPage(cloud, c, undefined, () => signUp(cloud, c)));
  app.post('/interaction/:id/approval', (c) =>
    asPage(cloud, c, undefined, () => approve(cloud, c)),
  );
  app.post('/interaction/:id/consent', (c) =>
    asPage(cloud, c, undefined, () => decideConsent(cloud, c)),
  );
  return app;
}

/** Entra answers metadata, keys and tokens to pages of any origin; preflights as well. */
async function allowAnyOrigin(
  c: HttpContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  c.header('Access-Control-Allow-Origin', '*');
  if (c.req.method !== 'OPTIONS') {
    await next();
    return undefined;
  }
  c.header('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  c.header('Access-Control-Allow-Headers', c.req.header('access-control-request-headers') ?? '');
  c.header('Access-Control-Max-Age', '86400');
  return c.body(null, 204);
}

async function asJson(
  cloud: Cloud,
  c: HttpContext,
  place: EntraPlace,
  answer: (tenant: string) => object | Promise<object>,
): Promise<Response> {
  try {
    const faultResponse = await injectEntraFaults(cloud, c, entraRequestFacts(cloud, c, place));
    return faultResponse ?? c.json(await answer(c.req.param('tenant') ?? ''));
  } catch (error) {
    if (!(error instanceof EntraError)) {
      throw error;
    }
    c.set('decision', `AADSTS${String(error.code)}: ${error.message}`);
    return c.json(
      errorBody(cloud.origin, error, c.var.trace),
      error.error === 'invalid_client' ? 401 : 400,
    );
  }
}

async function asPage(
  cloud: Cloud,
  c: HttpContext,
  place: EntraPlace | undefined,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    const faultResponse =
      place && (await injectEntraFaults(cloud, c, entraRequestFacts(cloud, c, place)));
    return faultResponse ?? (await answer());
  } catch (error) {
    if (!(error instanceof EntraError)) {
      throw error;
    }
    c.set(
      'decision',
      `AADSTS${String(error.code)} shown, nothing sent to the app: ${error.message}`,
    );
    return sendPage(c, errorPage(error, c.var.trace), { status: 400 });
  }
}
