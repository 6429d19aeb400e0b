import { type Account, PERSONAL_ACCOUNTS } from '../auth/accounts/account';

/**
 * Where somebody is signed in, for people: `Organization contoso.example`. The ID token has no name of the organization,
 * so it is the domain of the username; a guest's username is of another organization, and says nothing.
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function organizationName({ id, username, tenantId }: Account): string {
  if (tenantId === PERSONAL_ACCOUNTS) return 'Personal Microsoft account';
  // MSAL's id of an account ends with the directory that it is at home in.
  if (!id.endsWith(tenantId)) return `Guest in directory ${tenantId}`;
  const [, domain] = username.split('@');
  return domain ? `Organization ${domain}` : `Directory ${tenantId}`;
}
