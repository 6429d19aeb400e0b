import type { Cloud } from '../../cloud.ts';
import type { BrowserSession } from '../../tokens/browser-sessions.ts';
import { personIdFromHint } from '../../tokens/claims.ts';
import { findPlatform } from '../../directory/registration.ts';
import { findAudience } from '../request/client.ts';
import { frontChannelAddresses } from './front-channel.ts';
import { interactionMismatch } from '../errors/entra-error.ts';
import { Parameters } from '../request/parameters.ts';
import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';
import { sendPage } from '../pages/layout.ts';
import { signOutPage, signedOutPage } from './sign-out-page.ts';
import { currentSession } from '../request/session-cookie.ts';

/**
 * GET /{tenant}/oauth2/v2.0/logout (OpenID Connect RP-Initiated Logout). Refresh tokens survive it.
 * With several accounts and no `logout_hint`, the person is asked which one.
 */
export function signOut(cloud: Cloud, c: HttpContext): Promise<Response> {
  findAudience(cloud, c.req.param('tenant') ?? '');
  const parameters = new Parameters(query(c));
  const session = currentSession(cloud, c);
  const hinted = hintedAccount(cloud, parameters.get('logout_hint'));
  if (session && session.accounts.size > 1 && hinted === undefined) {
    c.set('decision', 'asked which account to sign out');
    const back = {
      uri: parameters.get('post_logout_redirect_uri'),
      state: parameters.get('state'),
    };
    const target = returnAddress(cloud, parameters);
    return sendPage(c, signOutPage(session, back), { formTargets: target ? [target.origin] : [] });
  }
  return end(cloud, c, session, hinted, returnAddress(cloud, parameters));
}

/** POST /sign-out: the answer to "which account". */
export function signOutChosen(cloud: Cloud, c: HttpContext): Promise<Response> {
  const session = currentSession(cloud, c);
  const form = new Parameters(c.var.form);
  if (!session || form.get('csrf') !== session.csrf) {
    throw interactionMismatch();
  }
  return end(cloud, c, session, form.get('account'), returnAddress(cloud, form));
}

function end(
  cloud: Cloud,
  c: HttpContext,
  session: BrowserSession | undefined,
  personId: string | undefined,
  target: URL | undefined,
): Promise<Response> {
  const accounts = [...(session?.accounts.values() ?? [])].filter(
    ({ person }) => personId === undefined || person.id === personId,
  );
  const who = accounts.map(({ person }) => person.userPrincipalName).join(', ') || 'nobody';
  if (session) {
    cloud.sessions.signOut(session, personId);
  }
  c.set('decision', `signed ${who} out${target ? ', back to the app' : ''}`);
  const frames = frontChannelAddresses(cloud, accounts);
  if (target && frames.length === 0) {
    return Promise.resolve(c.redirect(target.href, c.req.method === 'POST' ? 303 : 302));
  }
  return sendPage(c, signedOutPage(frames, target?.href), {
    withScript: frames.length > 0,
    frames: frames.map((address) => new URL(address).origin),
  });
}

/** Only a URI some app registered: MSAL sends neither client_id nor id_token_hint with it. */
function returnAddress(cloud: Cloud, parameters: Parameters): URL | undefined {
  const uri = parameters.get('post_logout_redirect_uri');
  const state = parameters.get('state');
  if (uri === undefined || !cloud.directory.registrations.some((app) => findPlatform(app, uri))) {
    return undefined;
  }
  const target = new URL(uri);
  if (state !== undefined) {
    target.searchParams.set('state', state);
  }
  return target;
}

/** Whose session the hint means; somebody who is not signed in any more is still not somebody else. */
function hintedAccount(cloud: Cloud, hint: string | undefined): string | undefined {
  if (hint === undefined) {
    return undefined;
  }
  const { directory } = cloud;
  const person = directory.person(personIdFromHint(hint) ?? '') ?? directory.personByUsername(hint);
  return person?.id;
}
