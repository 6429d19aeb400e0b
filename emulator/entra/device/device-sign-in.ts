import type { Cloud } from '../../cloud.ts';
import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';
import type { AuthorizeRequest } from '../../tokens/authorize-request.ts';
import { toRequestOrigin } from '../response/authorize-faults.ts';
import { startInteraction } from '../interaction/interaction-cookie.ts';
import { sendPage } from '../pages/layout.ts';
import { Parameters } from '../request/parameters.ts';
import { ensureSession } from '../request/session-cookie.ts';
import { DEVICE_PAGE } from './device-code.ts';
import { deviceDonePage, enterCodePage } from './device-pages.ts';

/** GET /common/oauth2/deviceauth: the form for the code, and what is shown at the end of the sign-in. */
export function showDevicePage(cloud: Cloud, c: HttpContext): Promise<Response> {
  const parameters = new Parameters(query(c));
  const signedIn = cloud.directory.registration(parameters.get('signed_in') ?? '');
  c.set('decision', 'showed the page for device codes');
  const isOver = signedIn !== undefined || parameters.get('declined') !== undefined;
  return sendPage(c, isOver ? deviceDonePage(signedIn?.name) : enterCodePage(), {});
}

/** POST /common/oauth2/deviceauth: the code begins a sign-in, in which the account is always chosen. */
export function enterDeviceCode(cloud: Cloud, c: HttpContext): Response | Promise<Response> {
  const typed = new Parameters(c.var.form).get('user_code') ?? '';
  const device = cloud.deviceCodes.findByUserCode(typed);
  if (!device) {
    const problem = 'That code did not work. Check the code and try again.';
    c.set('decision', 'a device code that nobody waits with');
    return sendPage(c, enterCodePage(problem), {});
  }
  const request: AuthorizeRequest = {
    ...device.request,
    purpose: 'code',
    deviceCode: device.code,
    redirectUri: `${cloud.origin}${DEVICE_PAGE}`,
    platform: 'publicClient',
    responseMode: 'query',
    state: undefined,
    // Whoever follows a stranger's code must see which app gets which account.
    prompt: 'select_account',
    nonce: undefined,
    codeChallenge: undefined,
    loginHint: undefined,
    domainHint: undefined,
    sid: undefined,
    maxAge: undefined,
    withClientInfo: false,
  };
  ensureSession(cloud, c);
  const context = { origin: toRequestOrigin(c, undefined), person: undefined };
  const { id } = startInteraction(cloud, c, request, context);
  c.set('decision', `a device code of ${request.client.name} was entered`);
  return c.redirect(`/interaction/${id}`, 303);
}
