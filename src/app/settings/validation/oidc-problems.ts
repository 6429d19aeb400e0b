import { problem, type SettingsProblem } from '../settings-error';
import { CLIENT_ID_REMEDY, GUID } from './config-file';
import { unknownAuthority } from './pair-problems';
import type { Fields } from './provider-problems';

/** Finds what does not fit `"protocol": "oidc"`. */
export function oidcProblems(fields: Fields): SettingsProblem[] {
  const { authority } = fields;
  const unfit = (['cloud', 'tenant', 'allowedTenants'] as const)
    .filter((field) => fields[field] !== undefined)
    .map((field) =>
      problem(field, fields[field], 'This is for Microsoft Entra ID only: remove it.'),
    );
  return [...unfit, ...authorityProblem(authority), ...unknownAuthority(fields)];
}

function authorityProblem(authority: unknown): SettingsProblem[] {
  if (authority === undefined)
    return [
      problem(
        'authority',
        undefined,
        'Give the issuer of your provider, below which it has /.well-known/openid-configuration.',
      ),
    ];
  // MSAL requests the address in lower case.
  return typeof authority !== 'string' || authority === authority.toLowerCase()
    ? []
    : [
        problem(
          'authority',
          authority,
          'Give an issuer in lower case, for MSAL writes it so: where yours has capitals, MSAL cannot sign in there.',
        ),
      ];
}

/** Entra ID's client ids are GUIDs; other providers have others. */
export function unregisteredClient({ clientId }: Fields): SettingsProblem[] {
  return typeof clientId !== 'string' || GUID.test(clientId)
    ? []
    : [problem('clientId', clientId, CLIENT_ID_REMEDY)];
}

/** Every authority of Entra ID ends in a tenant, which for an external tenant is known from its host. */
export function tenantlessAuthority({ authority }: Fields): SettingsProblem[] {
  const { pathname, hostname } =
    typeof authority === 'string' && URL.canParse(authority)
      ? new URL(authority)
      : { pathname: '/x', hostname: '' };
  return pathname.length > 1 || hostname.endsWith('.ciamlogin.com')
    ? []
    : [
        problem(
          'authority',
          authority,
          'Give an https address that ends in the tenant, such as "https://login.contoso.com/contoso.com"; for a provider that is not Microsoft’s add "protocol": "oidc".',
        ),
      ];
}
