import { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { query } from '../http/context.ts';
import type { HttpContext, HttpEnv } from '../http/context.ts';
import { adminConsent } from './authorize/admin-consent.ts';
import { allowAnyOrigin, asJson, asPage } from './response/answers.ts';
import { authorize } from './authorize/authorize.ts';
import { DEVICE_PAGE, deviceCode } from './device/device-code.ts';
import { enterDeviceCode, showDevicePage } from './device/device-sign-in.ts';
import { keys, metadata } from './discovery/discovery.ts';
import { instanceDiscovery } from './discovery/instance-discovery.ts';
import {
  answerStay,
  approve,
  chooseAccount,
  decideConsent,
  forgetAccount,
  showInteraction,
} from './interaction/interaction-routes.ts';
import { explainPage } from './pages/explain-page.ts';
import { sendPage } from './pages/layout.ts';
import { Parameters } from './request/parameters.ts';
import { notPosted } from './errors/request-errors.ts';
import { signOut, signOutChosen } from './logout/sign-out.ts';
import { signUp } from './interaction/sign-up.ts';
import { token } from './token/token.ts';
import { legacyUserRealm, userRealm } from './discovery/user-realm.ts';
import { v1Metadata } from './discovery/v1-discovery.ts';

const TENANT = '/:tenant';

/** Both versions of the protocol: the second has its number in every address. */
const VERSIONS = [
  { version: 1, openid: '', oauth2: '/oauth2', discovery: '/discovery', describe: v1Metadata },
  {
    version: 2,
    openid: '/v2.0',
    oauth2: '/oauth2/v2.0',
    discovery: '/discovery/v2.0',
    describe: metadata,
  },
] as const;

/** Entra's side of the cloud: which address is answered by what. */
export function entraRoutes(cloud: Cloud): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  protocolRoutes(app, cloud);
  discoveryRoutes(app, cloud);
  for (const path of ['/adminconsent', '/v2.0/adminconsent']) {
    app.get(TENANT + path, (c) => asPage(cloud, c, undefined, () => adminConsent(cloud, c)));
  }
  deviceRoutes(app, cloud);
  app.get('/error', (c) =>
    sendPage(c, explainPage((query(c).get('code') ?? '').replace(/\D/g, '').slice(0, 8)), {}),
  );
  app.post('/sign-out', (c) => asPage(cloud, c, undefined, () => signOutChosen(cloud, c)));
  app.get('/interaction/:id', (c) => asPage(cloud, c, undefined, () => showInteraction(cloud, c)));
  for (const [name, answer] of Object.entries(POSTED)) {
    app.post(`/interaction/:id/${name}`, (c) =>
      asPage(cloud, c, undefined, () => answer(cloud, c)),
    );
  }
  return app;
}

/** What the forms of the sign-in pages post. */
const POSTED: Readonly<
  Record<string, (cloud: Cloud, c: HttpContext) => Response | Promise<Response>>
> = {
  account: chooseAccount,
  approval: approve,
  consent: decideConsent,
  forget: forgetAccount,
  'sign-up': signUp,
  stay: answerStay,
};

function protocolRoutes(app: Hono<HttpEnv>, cloud: Cloud): void {
  for (const { version, openid, oauth2, discovery, describe } of VERSIONS) {
    const configuration = `${TENANT}${openid}/.well-known/openid-configuration`;
    for (const path of [configuration, `${TENANT}${discovery}/keys`, `${TENANT}${oauth2}/token`]) {
      app.use(path, allowAnyOrigin);
    }
    app.get(configuration, (c) =>
      asJson(cloud, c, 'discovery', (tenant) => describe(cloud, tenant)),
    );
    app.get(`${TENANT}${discovery}/keys`, (c) =>
      asJson(cloud, c, 'keys', (tenant) => keys(cloud, tenant)),
    );
    app.post(`${TENANT}${oauth2}/token`, (c) =>
      asJson(cloud, c, 'token', () => token(cloud, c, version)),
    );
    app.all(`${TENANT}${oauth2}/token`, (c) =>
      asJson(cloud, c, 'token', () => {
        throw notPosted(c.req.method);
      }),
    );
    app.on(['GET', 'POST'], `${TENANT}${oauth2}/authorize`, (c) =>
      asPage(cloud, c, undefined, () => authorize(cloud, c, version)),
    );
    app.get(`${TENANT}${oauth2}/logout`, (c) =>
      asPage(cloud, c, 'logout', () => signOut(cloud, c)),
    );
  }
}

function deviceRoutes(app: Hono<HttpEnv>, cloud: Cloud): void {
  const path = `${TENANT}/oauth2/v2.0/devicecode`;
  app.use(path, allowAnyOrigin);
  app.post(path, (c) => asJson(cloud, c, undefined, () => deviceCode(cloud, c)));
  app.all(path, (c) =>
    asJson(cloud, c, undefined, () => {
      throw notPosted(c.req.method);
    }),
  );
  app.get(DEVICE_PAGE, (c) => asPage(cloud, c, undefined, () => showDevicePage(cloud, c)));
  app.post(DEVICE_PAGE, (c) => asPage(cloud, c, undefined, () => enterDeviceCode(cloud, c)));
}

/** What clients ask about hosts and user names before they send anybody here. */
function discoveryRoutes(app: Hono<HttpEnv>, cloud: Cloud): void {
  for (const path of [
    '/common/discovery/instance',
    '/common/userrealm/:user',
    '/GetUserRealm.srf',
  ]) {
    app.use(path, allowAnyOrigin);
  }
  app.get('/common/discovery/instance', (c) =>
    asJson(cloud, c, 'discovery', () => instanceDiscovery(cloud, new Parameters(query(c)))),
  );
  app.get('/common/userrealm/:user', (c) =>
    asJson(cloud, c, 'discovery', () => userRealm(cloud, c.req.param('user'))),
  );
  app.get('/GetUserRealm.srf', (c) =>
    asJson(cloud, c, 'discovery', () => legacyUserRealm(cloud, new Parameters(query(c)))),
  );
}
