import type { Cloud } from '../../cloud.ts';
import { findAudience } from '../request/client.ts';
import { EntraError, missingParameter } from '../errors/entra-error.ts';
import type { Parameters } from '../request/parameters.ts';

/**
 * GET /common/discovery/instance: which host names stand for this cloud. MSAL asks it about
 * authorities it does not know.
 */
export function instanceDiscovery(cloud: Cloud, parameters: Parameters): object {
  const authorize = parameters.get('authorization_endpoint');
  if (authorize === undefined) {
    throw missingParameter('authorization_endpoint');
  }
  const { host } = new URL(cloud.origin);
  const asked = URL.canParse(authorize) ? new URL(authorize) : undefined;
  if (asked?.host !== host) {
    throw new EntraError(50049, 'invalid_instance', `Unknown or invalid instance.`);
  }
  const { segment } = findAudience(cloud, asked.pathname.split('/')[1] ?? '');
  return {
    tenant_discovery_endpoint: `${cloud.origin}/${segment}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
