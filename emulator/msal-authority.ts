/** What MSAL's `auth` configuration takes to sign in at a local cloud. */
export interface MsalAuthority {
  authority: string;
  knownAuthorities: string[];
  authorityMetadata: string;
}

/**
 * Points MSAL, of browsers or of Node, at a cloud that speaks http. MSAL insists on an https authority, but
 * fetches nothing from it when it is handed the metadata.
 *
 * @param url of the cloud, `http://localhost:4001`
 * @param tenant `common`, `organizations`, `consumers`, a GUID or a domain
 * @returns three fields to spread into `auth` beside `clientId`
 */
export function msalAuthority(url: string, tenant: string): MsalAuthority {
  const { host, origin } = new URL(url);
  // MSAL fills in the tenant.
  const at = `${origin}/{tenantid}`;
  return {
    authority: `https://${host}/${tenant}`,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify({
      issuer: `${at}/v2.0`,
      jwks_uri: `${at}/discovery/v2.0/keys`,
      token_endpoint: `${at}/oauth2/v2.0/token`,
      authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${at}/oauth2/v2.0/logout`,
    }),
  };
}
