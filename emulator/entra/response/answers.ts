import type { Cloud } from '../../cloud.ts';
import type { HttpContext } from '../../http/context.ts';
import { EntraError } from '../errors/entra-error.ts';
import { errorBody } from '../errors/error-body.ts';
import { injectEntraFaults } from './inject-entra-faults.ts';
import { errorPage } from '../pages/error-page.ts';
import { sendPage } from '../pages/layout.ts';
import { entraRequestFacts } from '../request/request-facts.ts';
import type { EntraPlace } from '../request/request-facts.ts';

/** The boundary of Entra's endpoints: whatever a check throws becomes JSON or a page here. */

/** Entra answers metadata, keys and tokens to pages of any origin; preflights as well. */
export async function allowAnyOrigin(
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

/** @param place where fault rules may strike, none of them if undefined */
export async function asJson(
  cloud: Cloud,
  c: HttpContext,
  place: EntraPlace | undefined,
  answer: (tenant: string) => object | Promise<object>,
): Promise<Response> {
  try {
    const faultResponse = await faultAt(cloud, c, place);
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

/** @param place where fault rules may strike, none of them if undefined */
export async function asPage(
  cloud: Cloud,
  c: HttpContext,
  place: EntraPlace | undefined,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return (await faultAt(cloud, c, place)) ?? (await answer());
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

async function faultAt(
  cloud: Cloud,
  c: HttpContext,
  place: EntraPlace | undefined,
): Promise<Response | undefined> {
  return place && (await injectEntraFaults(cloud, c, entraRequestFacts(cloud, c, place)));
}
