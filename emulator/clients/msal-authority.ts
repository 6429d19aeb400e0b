import type { LocalCloud } from '../index.ts';

/** For tests: what points Microsoft's libraries at a cloud that speaks http, as the README says. */
export function msalAuthority(
  { url }: LocalCloud,
  tenant: string,
): { authority: string; knownAuthorities: string[]; authorityMetadata: string } {
  const { host } = new URL(url);
  const at = `${url}/{tenantid}`;
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
