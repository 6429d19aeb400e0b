import type { Cloud } from '../../cloud.ts';
import type { SignedInAccount } from '../../tokens/browser-sessions.ts';

/**
 * OpenID Connect Front-Channel Logout: the addresses of the apps an account used in this browser,
 * each with the session it should forget.
 */
export function frontChannelAddresses(
  cloud: Cloud,
  accounts: readonly SignedInAccount[],
): string[] {
  return accounts.flatMap(({ person, sessionId, clientIds }) =>
    [...clientIds].flatMap((clientId) => {
      const uri = cloud.directory.registration(clientId)?.frontChannelLogoutUri;
      if (uri === undefined) {
        return [];
      }
      const address = new URL(uri);
      address.searchParams.set('sid', sessionId);
      address.searchParams.set('iss', `${cloud.origin}/${person.tenantId}/v2.0`);
      return address.href;
    }),
  );
}
