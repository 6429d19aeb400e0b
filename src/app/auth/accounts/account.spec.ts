import { toAccount } from './account';
import { adele } from '../testing/fake-msal';

describe('toAccount', () => {
  it('maps MSAL’s account', () => {
    expect(toAccount(adele)).toEqual({
      id: 'adele.contoso',
      name: 'Adele Vance',
      username: 'adele@contoso.example',
      tenantId: 'contoso',
      roles: [],
      claims: { ...adele.idTokenClaims },
    });
  });

  it('maps the roles of the ID token', () => {
    const idTokenClaims = { roles: ['Approver', 'Reader'] };

    expect(toAccount({ ...adele, idTokenClaims }).roles).toEqual(['Approver', 'Reader']);
    expect(toAccount({ ...adele, idTokenClaims: {} }).roles).toEqual([]);
  });

  it('uses the username of a person without a name', () => {
    const { name, ...nameless } = adele;

    expect(name).toBe('Adele Vance');
    expect(toAccount(nameless).name).toBe('adele@contoso.example');
  });
});
