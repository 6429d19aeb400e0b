import type { SignInAudience } from './applications/application.ts';
import type { RoleAssignments } from './roles.ts';
import { CONTOSO } from './tenant.ts';

/** An app registration, with the fields of the real one that decide what sign-in does. */
export interface Registration {
  readonly clientId: string;
  readonly name: string;
  readonly publisher: string;
  readonly homeTenantId: string;
  readonly audience: SignInAudience;
  readonly redirectUris: Readonly<Record<Platform, readonly string[]>>;
  /** What a web app redeems its codes and refresh tokens with. */
  readonly secret?: string;
  /** Delegated permissions listed in the portal: what `.default` asks for. */
  readonly permissions: readonly string[];
  /** Its app roles: `roles` in the ID tokens for it. */
  readonly roles?: RoleAssignments;
  /** Only people with an app role may sign in (AADSTS50105 for the others). */
  readonly assignmentRequired?: boolean;
  /** Told in a hidden iframe when somebody who used the app signs out. */
  readonly frontChannelLogoutUri?: string;
  /** The optional claim `groups`, by reference when there are more than 200. */
  readonly groupsClaim?: boolean;
  /** Claims of the ID token that Entra leaves out unless they are listed here. */
  readonly optionalClaims?: readonly OptionalClaim[];
}

/** Those of Microsoft's "Optional claims reference" that this cloud has a value for. */
export const OPTIONAL_CLAIMS = [
  ...(['login_hint', 'sid', 'acct', 'ctry', 'email'] as const),
  ...(['family_name', 'given_name', 'upn'] as const),
] as const;
export type OptionalClaim = (typeof OPTIONAL_CLAIMS)[number];

export type Platform = 'spa' | 'web' | 'publicClient';

const SAMPLE_CLIENT_ID = '00001111-aaaa-2222-bbbb-3333cccc4444';
const NONE = { spa: [], web: [], publicClient: [] };
const USER_READ = ['https://graph.microsoft.com/User.Read'];

/**
 * The sample's registration for another place, in the form that `registrations` of a seed takes.
 *
 * @param startPage address with a slash at its end: `http://localhost/portal/`
 * @param clientId one that is registered already is replaced
 */
export function sampleRegistration(startPage: string, clientId = SAMPLE_CLIENT_ID) {
  const pages = ['', 'de/', 'ja/', 'ar/', 'redirect.html'];
  return {
    clientId,
    name: 'Angular Entra ID sample',
    redirectUris: { spa: pages.map((page) => startPage + page) },
    roles: { Admin: ['megan@contoso.example'] },
    // Without `login_hint` MSAL cannot say which of several accounts to sign out: a picker comes.
    optionalClaims: ['login_hint' as const, 'sid' as const],
  };
}

const SAMPLE = sampleRegistration('http://localhost:3000/');

export const REGISTRATIONS: readonly Registration[] = [
  {
    ...SAMPLE,
    publisher: 'Contoso',
    homeTenantId: CONTOSO.id,
    audience: 'AzureADandPersonalMicrosoftAccount',
    redirectUris: { ...NONE, ...SAMPLE.redirectUris },
    permissions: USER_READ,
  },
  {
    clientId: '22223333-cccc-4444-dddd-5555eeee6666',
    name: 'Contoso command line',
    publisher: 'Contoso',
    homeTenantId: CONTOSO.id,
    audience: 'AzureADMultipleOrgs',
    redirectUris: { ...NONE, publicClient: ['http://localhost'] },
    permissions: USER_READ,
  },
  {
    clientId: '33334444-dddd-5555-eeee-6666ffff7777',
    name: 'Contoso expenses',
    publisher: 'Contoso',
    homeTenantId: CONTOSO.id,
    audience: 'AzureADMyOrg',
    redirectUris: { ...NONE, spa: ['http://localhost:3000/expenses'] },
    permissions: USER_READ,
    roles: {
      'Expense.Submit': ['adele@contoso.example', 'megan@contoso.example'],
      'Expense.Approve': ['megan@contoso.example', 'patti@contoso.example'],
    },
    assignmentRequired: true,
    frontChannelLogoutUri: 'http://localhost:3000/expenses/signed-out',
    groupsClaim: true,
    // What a front-channel logout names is compared with it.
    optionalClaims: ['sid'],
  },
];

/**
 * The platform a redirect URI is registered under, or undefined. Everything must match exactly,
 * except that the port of http://localhost is ignored (Microsoft, "Redirect URI restrictions and
 * limitations", localhost exceptions). Differs from Entra: so is the port of http://app.localhost, which
 * is this machine as well (RFC 6761 section 6.3), but to a browser another site than the cloud's.
 */
export function findPlatform(
  registration: Registration,
  redirectUri: string,
): Platform | undefined {
  const platforms: readonly Platform[] = ['spa', 'web', 'publicClient'];
  // A port that none can be looks like one whose number does not matter.
  if (!URL.canParse(redirectUri)) {
    return undefined;
  }
  return platforms.find((platform) =>
    registration.redirectUris[platform].some(
      (registered) => withoutLocalPort(registered) === withoutLocalPort(redirectUri),
    ),
  );
}

function withoutLocalPort(uri: string): string {
  return uri.replace(/^(https?:\/\/(?:[\w-]+\.)?localhost):\d{1,5}(?=[/?]|$)/, '$1');
}
