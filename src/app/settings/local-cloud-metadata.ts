/**
 * OpenID Connect metadata of the local cloud, as the JSON text MSAL takes for `authorityMetadata`.
 *
 * MSAL asks for an https authority but does not look at the scheme of the endpoints in here, and puts
 * the authority's tenant in place of `{tenantid}`; so one text serves every tenant.
 *
 * @param origin address of the local cloud: `http://localhost:4001`
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
