import { getCookie, setCookie } from 'hono/cookie';
import type { Cloud } from '../cloud.ts';
import type { BrowserSession } from '../tokens/browser-sessions.ts';
import type { HttpContext } from '../http.ts';
import type { Asker } from './authorize-faults.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import type { Interaction } from './interactions.ts';

/** Cookies ignore ports, so the name carries it: two clouds in one browser do not disturb each other. */
function cookieName(cloud: Cloud): string {
  return `local-cloud-${new URL(cloud.origin).port}`;
}

export function currentSession(cloud: Cloud, c: HttpContext): BrowserSession | undefined {
  return cloud.sessions.find(getCookie(c, cookieName(cloud)));
}

export function ensureSession(cloud: Cloud, c: HttpContext): BrowserSession {
  const session = currentSession(cloud, c) ?? cloud.sessions.open();
  // Differs from Entra: no Secure and no SameSite=None, because this cloud speaks http. The app on
  // localhost is the same site whatever its port, so its hidden iframe still sends the cookie.
  setCookie(c, cookieName(cloud), session.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  return session;
}

/** "Stay signed in": the cookie outlives the browser's session. */
export function keepSession(cloud: Cloud, c: HttpContext, session: BrowserSession): void {
  setCookie(c, cookieName(cloud), session.id, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 90 * 24 * 3600,
  });
}

/**
 * Begins an interaction and gives the browser a cookie of its own for it. The session's cookie would not
 * do: two tabs that begin in the same instant get a session each, and the later one's stays.
 */
export function startInteraction(
  cloud: Cloud,
  c: HttpContext,
  request: AuthorizeRequest,
  asker: Asker,
): Interaction {
  const interaction = cloud.interactions.start(request, asker);
  setCookie(c, interactionCookie(cloud, interaction), interaction.browserKey, {
    httpOnly: true,
    sameSite: 'Lax',
    path: `/interaction/${interaction.id}`,
  });
  return interaction;
}

/** Whether the browser that asks is the one the interaction was begun in. */
export function isOfThisBrowser(cloud: Cloud, c: HttpContext, interaction: Interaction): boolean {
  return getCookie(c, interactionCookie(cloud, interaction)) === interaction.browserKey;
}

function interactionCookie(cloud: Cloud, { id }: Interaction): string {
  return `${cookieName(cloud)}-${id}`;
}
