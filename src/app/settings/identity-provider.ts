import { type Cloud, clouds } from './clouds';
import type { ConfigFile } from './validation/config-file';
import { localCloudMetadata } from './local-cloud-metadata';
import type { Settings } from './settings';

/** The settings that say which identity provider the app trusts, and where Graph is. */
export type IdentityProvider = Pick<
  Settings,
  | 'protocol'
  | 'authority'
  | 'knownAuthorities'
  | 'authorityMetadata'
  | 'endSessionUrl'
  | 'issuerOrigin'
  | 'graphBaseUrl'
  | 'isLocalCloud'
>;

const END_SESSION = '/oauth2/v2.0/logout';

/** Derives them from a valid `config.json`. @throws Error when `readSettings` has not validated it */
export function identityProvider(file: ConfigFile): IdentityProvider {
  const { cloud, tenant, authority, graphBaseUrl } = file;
  if (cloud === 'local' && tenant) return localCloud(file.localCloud, tenant);
  if (cloud && cloud !== 'local' && tenant) return preset(clouds[cloud], tenant, graphBaseUrl);
  if (authority && file.protocol === 'oidc') return openIdProvider(authority, file);
  if (authority) return ownAuthority(authority, file);
  throw new Error('A file that names no identity provider was not refused.');
}

function preset(
  cloud: (typeof clouds)[Cloud],
  tenant: string,
  graphBaseUrl: string = cloud.graph,
): IdentityProvider {
  const authority = `${cloud.login}/${tenant}`;
  return {
    protocol: 'entra',
    authority,
    // MSAL knows Microsoft's own hosts.
    knownAuthorities: [],
    authorityMetadata: undefined,
    endSessionUrl: authority + END_SESSION,
    issuerOrigin: cloud.login,
    graphBaseUrl,
    isLocalCloud: false,
  };
}

function ownAuthority(
  authority: string,
  { knownAuthorities = [new URL(authority).host], graphBaseUrl = '' }: ConfigFile,
): IdentityProvider {
  return {
    protocol: 'entra',
    authority: withTenant(authority),
    // MSAL would send the instance discovery of an unlisted host to Microsoft, which does not know it.
    knownAuthorities,
    authorityMetadata: undefined,
    endSessionUrl: withTenant(authority) + END_SESSION,
    issuerOrigin: undefined,
    graphBaseUrl,
    isLocalCloud: false,
  };
}

/** Adds the tenant of an external tenant's own host, as MSAL does: `https://contoso.ciamlogin.com`. */
function withTenant(authority: string): string {
  const { hostname, pathname, origin } = new URL(authority);
  return pathname === '/'
    ? `${origin}/${hostname.split('.', 1).join()}.onmicrosoft.com`
    : authority;
}

/** @see OpenID Connect Discovery 1.0 section 4: the metadata is below the issuer */
function openIdProvider(
  address: string,
  { knownAuthorities = [new URL(address).host], graphBaseUrl = '' }: ConfigFile,
): IdentityProvider {
  const authority = address.replace(/\/$/, '');
  return {
    protocol: 'oidc',
    authority,
    knownAuthorities,
    authorityMetadata: undefined,
    // Where the session ends is in there, for those who can end it.
    endSessionUrl: `${authority}/.well-known/openid-configuration`,
    issuerOrigin: undefined,
    graphBaseUrl,
    isLocalCloud: false,
  };
}

function localCloud(origin: string = clouds.local.login, tenant: string): IdentityProvider {
  const { host } = new URL(origin);
  return {
    protocol: 'entra',
    // MSAL refuses an http authority but takes http endpoints from the metadata.
    authority: `https://${host}/${tenant}`,
    knownAuthorities: [host],
    authorityMetadata: localCloudMetadata(origin),
    endSessionUrl: `${origin}/${tenant}${END_SESSION}`,
    issuerOrigin: origin,
    graphBaseUrl: origin,
    isLocalCloud: true,
  };
}
