import { repairStorage } from './repair-storage';

const CLIENT = '00001111-aaaa-2222-bbbb-3333cccc4444';
const OTHER = '99998888-aaaa-2222-bbbb-3333cccc4444';
const ACCOUNTS = 'msal.3.account.keys';
const TOKENS = `msal.3.token.keys.${CLIENT}`;
const ACCOUNT = 'msal.3|adele.tenant|login|tenant';
const TOKEN = `msal.3|adele.tenant|login|idtoken|${CLIENT}|tenant||`;
const FOREIGN_TOKEN = `msal.3|adele.tenant|login|idtoken|${OTHER}|tenant||`;
const entry = JSON.stringify({ homeAccountId: 'adele.tenant', environment: 'login' });
const tokens = JSON.stringify({ idToken: [TOKEN], accessToken: [], refreshToken: [] });

const JUNK = [
  'null',
  '5',
  '[]',
  '"x"',
  '{',
  '',
  '{}',
  '["a"]',
  '[null]',
  '{"a":1}',
  '[[]]',
  'true',
];

describe('repairStorage', () => {
  const storage = sessionStorage;

  beforeEach(() => {
    storage.clear();
    for (const [key, value] of [
      [ACCOUNTS, JSON.stringify([ACCOUNT])],
      [TOKENS, tokens],
      [ACCOUNT, entry],
      [TOKEN, entry],
      [FOREIGN_TOKEN, 'of another app'],
      ['mine', '{'],
    ] as const)
      storage.setItem(key, value);
  });

  afterEach(() => {
    storage.clear();
  });

  it('does not change valid entries', () => {
    const before = JSON.stringify(storage);

    expect(repairStorage(storage, CLIENT)).toBeFalse();
    expect(JSON.stringify(storage)).toBe(before);
  });

  it('does not change encrypted entries', () => {
    storage.setItem(
      ACCOUNT,
      JSON.stringify({ id: '1', nonce: 'n', data: 'd', lastUpdatedAt: '1' }),
    );

    expect(repairStorage(storage, CLIENT)).toBeFalse();
    expect(storage.getItem(ACCOUNT)).not.toBeNull();
  });

  for (const junk of JUNK) {
    it(`removes an account that is ${junk || 'empty'}, and reports it`, () => {
      storage.setItem(ACCOUNT, junk);

      expect(repairStorage(storage, CLIENT)).toBeTrue();
      expect(storage.getItem(ACCOUNT)).toBeNull();
      expect(storage.getItem('mine')).toBe('{');
    });

    it(`removes a token that is ${junk || 'empty'}: another can be requested`, () => {
      storage.setItem(TOKEN, junk);

      expect(repairStorage(storage, CLIENT)).toBeFalse();
      expect(storage.getItem(TOKEN)).toBeNull();
      expect(storage.getItem(FOREIGN_TOKEN)).toBe('of another app');
    });

    it(`rebuilds the list of accounts when it is ${junk || 'empty'}`, () => {
      storage.setItem(ACCOUNTS, junk);
      repairStorage(storage, CLIENT);
      const list = JSON.parse(storage.getItem(ACCOUNTS) ?? '') as unknown[];

      expect(list.every((name) => typeof name === 'string')).toBeTrue();
      expect(storage.getItem(ACCOUNT)).toBe(entry);
    });

    it(`drops the list of tokens when it is ${junk || 'empty'}, and the tokens it named`, () => {
      storage.setItem(TOKENS, junk);

      expect(repairStorage(storage, CLIENT)).toBeTrue();
      expect(storage.getItem(TOKENS)).toBeNull();
      expect(storage.getItem(TOKEN)).toBeNull();
      expect(storage.getItem(FOREIGN_TOKEN)).toBe('of another app');
    });
  }
});
