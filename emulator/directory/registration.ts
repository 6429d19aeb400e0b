import { CONTOSO } from './tenant.ts';

/** An app registration, with the fields of the real one that decide what sign-in does. */
export interface Registration {
  readonly clientId: string;
  readonly name: string;
  readonly publisher: string;
  readonly homeTenantId: string;
  readonly audience: 'AzureADMyOrg' | 'AzureADMultipleOrgs' | 'AzureADandPersonalMicrosoftAccount';
  readonly redirectUris: Readonly<Record<Platform, readonly string[]>>;
  /** Delegated permissions listed in the portal: what `.default` asks for. */
  readonly permissions: readonly string[];
}

export type Platform = 'spa' | 'web' | 'publicClient';

export const SAMPLE_CLIENT_ID = '00001111-aaaa-2222-bbbb-3333cccc4444';

export const REGISTRATIONS: readonly Registration[] = [
  {
    clientId: SAMPLE_CLIENT_ID,
    name: 'Angular Entra ID sample',
    publisher: 'Contoso',
    homeTenantId: CONTOSO.id,
    audience: 'AzureADandPersonalMicrosoftAccount',
    redirectUris: {
      spa: ['http://localhost:3000/', 'http://localhost:3000/redirect.html'],
      web: [],
      publicClient: [],
    },
    permissions: ['https://graph.microsoft.com/User.Read'],
  },
];

/**
 * The platform a redirect URI is registered under, or undefined. Everything must match exactly,
 * except that the port of http://localhost is ignored (Microsoft, "Redirect URI restrictions and
 * limitations", localhost exceptions).
 */
export function platformOf(registration: Registration, redirectUri: string): Platform | undefined {
  const platforms: readonly Platform[] = ['spa', 'web', 'publicClient'];
  return platforms.find((platform) =>
    registration.redirectUris[platform].some(
      (registered) => withoutLocalPort(registered) === withoutLocalPort(redirectUri),
    ),
  );
}

function withoutLocalPort(uri: string): string {
  return uri.replace(/^(https?:\/\/localhost):\d{1,5}(?=[/?]|$)/, '$1');
}
