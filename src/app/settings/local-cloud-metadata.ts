/**
 * Returns the local cloud's OpenID Connect metadata as JSON text for MSAL's `authorityMetadata`. MSAL requires an https
 * authority but not https endpoints, and puts the authority's tenant in place of `{tenantid}`.
 */
export function localCloudMetadata(origin: string): string {
  const tenant = `${origin}/{tenantid}`;
  return JSON.stringify({
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
  });
}
