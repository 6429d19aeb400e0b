import type { Cloud } from '../../cloud.ts';
import { findAudience } from '../request/client.ts';

/**
 * The metadata document (OpenID Connect Discovery, section 3), in Entra's shape. `common` and
 * `organizations` publish an issuer template that clients fill in with the token's `tid`.
 */
export function metadata(cloud: Cloud, tenantSegment: string): object {
  const { origin } = cloud;
  const { segment, tenant } = findAudience(cloud, tenantSegment);
  const issuedBy = tenant?.id ?? '{tenantid}';
  // Entra keeps the name `consumers` out of the issuer and, like here, in the endpoints.
  const at = `${origin}/${segment}`;
  return {
    token_endpoint: `${at}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
    jwks_uri: `${at}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${issuedBy}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${origin}/oidc/userinfo`,
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${at}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${at}/oauth2/v2.0/logout`,
    claims_supported: [
      ...['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'preferred_username'],
      ...['name', 'tid', 'ver', 'email'],
    ],
    msgraph_host: new URL(origin).host,
  };
}

export async function keys(cloud: Cloud, tenantSegment: string): Promise<object> {
  const { tenant } = findAudience(cloud, tenantSegment);
  const issuer = `${cloud.origin}/${tenant?.id ?? '{tenantid}'}/v2.0`;
  const published = await cloud.keys.published();
  return { keys: published.map((key) => ({ ...key, x5t: key.kid, issuer })) };
}
