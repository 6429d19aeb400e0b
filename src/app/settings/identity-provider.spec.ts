import { readSettings } from './read-settings';

const page = new URL('https://app.example/');
const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444';
const customAuthority = { clientId, graphBaseUrl: 'https://graph.microsoft.com' };

describe('identityProvider', () => {
  it('finds the tenant of an external tenant in its host', () => {
    const { authority, endSessionUrl } = readSettings(
      { ...customAuthority, authority: 'https://contoso.ciamlogin.com/' },
      page,
    );

    expect(authority).toBe('https://contoso.ciamlogin.com/contoso.onmicrosoft.com');
    expect(endSessionUrl).toBe(`${authority}/oauth2/v2.0/logout`);
  });

  it('lets MSAL trust the host of a B2C policy, and asks it for nothing of Graph', () => {
    const authority = 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_Sign_In';
    const settings = readSettings({ clientId, authority }, page);

    expect(settings.authority).toBe(authority);
    expect(settings.knownAuthorities).toEqual(['contoso.b2clogin.com']);
    expect(settings.graphBaseUrl).toBe('');
    expect(settings.scopes).toEqual([]);
  });

  it('needs no Graph and asks for none of its scopes with another provider', () => {
    const settings = readSettings(
      { clientId: 'My-App', protocol: 'oidc', authority: 'https://id.example/realm/' },
      page,
    );

    expect(settings).toEqual(
      jasmine.objectContaining({
        clientId: 'My-App',
        protocol: 'oidc',
        authority: 'https://id.example/realm',
        knownAuthorities: ['id.example'],
        endSessionUrl: 'https://id.example/realm/.well-known/openid-configuration',
        graphBaseUrl: '',
        scopes: [],
      }),
    );
  });
});
