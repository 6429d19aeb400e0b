import { setTimeout as sleep } from 'node:timers/promises';

/** "Contoso command line" of the local cloud. */
const CLIENT_ID = '22223333-cccc-4444-dddd-5555eeee6666';
const SCOPE = [
  ...['Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All', 'User.Read'],
].join(' ');

/**
 * Signs in to the local cloud by device code: @azure/identity refuses an http authority.
 * @see RFC 8628
 *
 * @param pollSeconds how long between two questions; as the cloud says, when left out
 * @returns an access token for Graph
 */
export async function deviceCodeToken(
  login: string,
  show: (text: string) => void,
  pollSeconds?: number,
): Promise<string> {
  const base = `${login}/organizations/oauth2/v2.0`;
  const device = await post(`${base}/devicecode`, { client_id: CLIENT_ID, scope: SCOPE });
  show(device['message'] ?? '');
  for (;;) {
    const answer = await post(`${base}/token`, {
      client_id: CLIENT_ID,
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: device['device_code'] ?? '',
    });
    if (answer['access_token'] !== undefined) return answer['access_token'];
    if (answer['error'] !== 'authorization_pending') {
      throw new Error(answer['error_description'] ?? 'The sign-in failed.');
    }
    await sleep((pollSeconds ?? Number(device['interval'])) * 1000);
  }
}

async function post(url: string, form: Record<string, string>): Promise<Record<string, string>> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return (await response.json()) as Record<string, string>;
}
