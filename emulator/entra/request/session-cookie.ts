import { getCookie, setCookie } from 'hono/cookie';
import type { Cloud } from '../../cloud.ts';
import type { BrowserSession } from '../../tokens/browser-sessions.ts';
import type { HttpContext } from '../../http/context.ts';

/** Cookies ignore ports, so the name carries it: two clouds in one browser do not disturb each other. */
export function cookieName(cloud: Cloud): string {
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
