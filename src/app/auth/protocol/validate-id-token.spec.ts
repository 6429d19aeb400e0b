import { exampleSettings } from '../../settings/example-settings';
import { findInvalidClaim } from './validate-id-token';

const tid = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
const now = Date.parse('2026-11-22T10:00:00Z');
const issuer = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;
const good = { aud: exampleSettings.clientId, iss: issuer(tid), tid, exp: now / 1000 + 3600 };
const at = (tenant: string) => ({
  ...exampleSettings,
  authority: `https://login.microsoftonline.com/${tenant}`,
});

describe('findInvalidClaim', () => {
  it('accepts a token for this app, of this provider, that has not expired', () => {
    expect(findInvalidClaim(good, exampleSettings, now)).toBeUndefined();
  });

  const refused: [title: string, claims: Partial<typeof good>, claim: string][] = [
    ['another app', { aud: 'other' }, 'aud'],
    ['another provider', { iss: `https://evil.example/${tid}/v2.0` }, 'iss'],
    ['another tenant than its issuer', { tid: personal }, 'iss'],
    ['an hour ago', { exp: now / 1000 - 3600 }, 'exp'],
  ];
  for (const [title, claims, claim] of refused) {
    it(`S6: refuses a token for ${title}`, () => {
      expect(findInvalidClaim({ ...good, ...claims }, exampleSettings, now)).toBe(claim as never);
    });
  }

  it('S6: compares the issuer of another provider with its address', () => {
    const oidc = { ...exampleSettings, protocol: 'oidc', authority: 'https://id.example' } as const;
    const { aud, exp } = good;
    const claimOf = (iss: string) => findInvalidClaim({ aud: [aud, 'api'], exp, iss }, oidc, now);

    expect(claimOf('https://id.example')).toBeUndefined();
    expect(claimOf('https://id.example/')).toBeUndefined();
    expect(claimOf('https://id.example/other')).toBe('iss');
  });

  it('S6: refuses a token without claims', () => {
    expect(findInvalidClaim({}, exampleSettings, now)).toBe('aud');
    expect(findInvalidClaim({ ...good, exp: undefined }, exampleSettings, now)).toBe('exp');
  });

  it('F46: allows a clock skew of five minutes', () => {
    expect(
      findInvalidClaim({ ...good, exp: now / 1000 - 299 }, exampleSettings, now),
    ).toBeUndefined();
  });

  it('refuses people of another tenant than the authority’s', () => {
    const other = 'bbbbcccc-1111-dddd-2222-eeee3333ffff';

    expect(findInvalidClaim(good, at(other), now)).toBe('tid');
    expect(findInvalidClaim(good, at(tid), now)).toBeUndefined();
  });

  it('refuses personal accounts where only organizations are admitted, and the reverse', () => {
    const person = { ...good, tid: personal, iss: issuer(personal) };

    expect(findInvalidClaim(person, at('organizations'), now)).toBe('tid');
    expect(findInvalidClaim(person, at('consumers'), now)).toBeUndefined();
    expect(findInvalidClaim(good, at('consumers'), now)).toBe('tid');
  });

  it('refuses tenants that the settings do not list', () => {
    expect(findInvalidClaim(good, { ...exampleSettings, allowedTenants: [personal] }, now)).toBe(
      'tid',
    );
    expect(
      findInvalidClaim(good, { ...exampleSettings, allowedTenants: [tid] }, now),
    ).toBeUndefined();
  });

  it('accepts any https issuer of a custom authority', () => {
    const custom = { ...exampleSettings, issuerOrigin: undefined };

    expect(
      findInvalidClaim({ ...good, iss: `https://${tid}.ciamlogin.com/${tid}/v2.0` }, custom, now),
    ).toBeUndefined();
    expect(findInvalidClaim({ ...good, iss: 'http://evil.example' }, custom, now)).toBe('iss');
  });
});
