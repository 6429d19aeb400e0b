import { getCookie, setCookie } from 'hono/cookie';
import type { Cloud } from '../../cloud.ts';
import type { HttpContext } from '../../http/context.ts';
import type { AuthorizeRequest } from '../../tokens/authorize-request.ts';
import type { Interaction } from '../../tokens/interactions.ts';
import type { RequestContext } from '../response/authorize-faults.ts';
import { cookieName } from '../request/session-cookie.ts';

/**
 * Begins an interaction and gives the browser a cookie of its own for it. The session's cookie would not
 * do: two tabs that begin in the same instant get a session each, and the later one's stays.
 */
export function startInteraction(
  cloud: Cloud,
  c: HttpContext,
  request: AuthorizeRequest,
  { origin, person }: RequestContext,
): Interaction {
  const interaction = cloud.interactions.start(request, origin, person?.id);
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
