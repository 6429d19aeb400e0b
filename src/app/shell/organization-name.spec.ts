import type { Account } from '../auth/accounts/account';
import { organizationName } from './organization-name';

describe('organizationName', () => {
  const adele: Account = {
    id: 'adele.contoso',
    name: 'Adele Vance',
    username: 'adele@contoso.example',
    tenantId: 'contoso',
    roles: [],
    claims: {},
  };

  it('names the domain of a member', () => {
    expect(organizationName(adele)).toBe('Organization contoso.example');
  });

  it('does not pass a guest’s own organization for the one they are in', () => {
    expect(organizationName({ ...adele, tenantId: 'fabrikam' })).toBe(
      'Guest in directory fabrikam',
    );
  });

  it('tells a personal account from one of an organization', () => {
    const tenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

    expect(organizationName({ ...adele, id: `adele.${tenantId}`, tenantId })).toBe(
      'Personal Microsoft account',
    );
  });

  it('knows no directory where the provider has none', () => {
    const subject = { ...adele, id: 'auth0|1', tenantId: '0', claims: { acr: '0' } };

    expect(organizationName(subject)).toBe('Organization contoso.example');
    expect(organizationName({ ...subject, username: 'adele' })).toBe('');
  });

  it('falls back to the directory where the username has no domain', () => {
    expect(organizationName({ ...adele, username: 'adele' })).toBe('Directory contoso');
  });
});
