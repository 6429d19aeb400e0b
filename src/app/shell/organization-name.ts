import { type Account, PERSONAL_ACCOUNTS } from '../auth/accounts/account';

/**
 * Returns `Organization contoso.example`: the ID token has no name of the organization, only the username's domain,
 * which for a guest is another organization's.
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function organizationName({ id, username, tenantId, claims }: Account): string {
  if (tenantId === PERSONAL_ACCOUNTS) return $localize`Personal Microsoft account`;
  // Without a directory, MSAL has the policy (B2C) or the level of assurance (other providers) in its place.
  const hasDirectory = ![undefined, claims['tfp'], claims['acr']].includes(tenantId || undefined);
  // MSAL's account id ends with the home directory.
  if (hasDirectory && !id.endsWith(tenantId))
    return $localize`Guest in directory ${tenantId}:directory:`;
  const [, domain] = username.split('@');
  if (domain) return $localize`Organization ${domain}:domain:`;
  return hasDirectory ? $localize`Directory ${tenantId}:directory:` : '';
}
