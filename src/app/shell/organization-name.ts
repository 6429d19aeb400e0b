import { type Account, PERSONAL_ACCOUNTS } from '../auth/accounts/account';

/**
 * Returns `Organization contoso.example`: the ID token has no name of the organization, only the username's domain,
 * which for a guest is another organization's.
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function organizationName({ id, username, tenantId }: Account): string {
  if (tenantId === PERSONAL_ACCOUNTS) return $localize`Personal Microsoft account`;
  // MSAL's account id ends with the home directory.
  if (!id.endsWith(tenantId)) return $localize`Guest in directory ${tenantId}:directory:`;
  const [, domain] = username.split('@');
  return domain
    ? $localize`Organization ${domain}:domain:`
    : $localize`Directory ${tenantId}:directory:`;
}
