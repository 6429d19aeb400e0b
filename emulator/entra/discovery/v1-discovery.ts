import type { Cloud } from '../../cloud.ts';
import { findAudience } from '../request/client.ts';
import { metadata } from './discovery.ts';

/** GET /{tenant}/.well-known/openid-configuration: version 1's metadata, with an issuer of its own. */
export function v1Metadata(cloud: Cloud, tenantSegment: string): object {
  const { segment, tenant } = findAudience(cloud, tenantSegment);
  const at = `${cloud.origin}/${segment}`;
  return {
    ...metadata(cloud, tenantSegment),
    issuer: `${cloud.origin}/${tenant?.id ?? '{tenantid}'}/`,
    authorization_endpoint: `${at}/oauth2/authorize`,
    token_endpoint: `${at}/oauth2/token`,
    jwks_uri: `${at}/discovery/keys`,
    end_session_endpoint: `${at}/oauth2/logout`,
    scopes_supported: ['openid'],
    microsoft_multi_refresh_token: true,
  };
}
