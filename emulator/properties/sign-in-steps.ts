import fc from 'fast-check';

/** For property tests: everything that may happen to this cloud, in any order. */

export const PEOPLE = [
  'adele@contoso.example',
  'megan@contoso.example',
  'lee@contoso.example',
  'oscar@fabrikam.example',
  'robin@outlook.example',
] as const;

const SAMPLE = '00001111-aaaa-2222-bbbb-3333cccc4444';
export const COMMAND_LINE = '22223333-cccc-4444-dddd-5555eeee6666';
export const EXPENSES = '33334444-dddd-5555-eeee-6666ffff7777';

/** Registered redirect URIs, port of localhost aside. */
export const REGISTERED: Readonly<Record<string, readonly string[]>> = {
  [SAMPLE]: ['http://localhost:3000/', 'http://localhost:3000/redirect.html'],
  [COMMAND_LINE]: ['http://localhost:5000'],
  [EXPENSES]: ['http://localhost:3000/expenses'],
};

const GRAPH = 'https://graph.microsoft.com/';
const USER_READ = `${GRAPH}User.Read`;

/** What can be asked for, and the consents it takes. */
export const SCOPES = [
  { asked: 'openid profile', needs: ['openid', 'profile'] },
  {
    asked: 'openid offline_access User.Read',
    needs: ['openid', 'offline_access', USER_READ],
  },
  {
    asked: `offline_access ${USER_READ} Mail.Read`,
    needs: ['offline_access', USER_READ, `${GRAPH}Mail.Read`],
  },
  {
    asked: 'offline_access api://orders.contoso.example/Orders.Read',
    needs: ['offline_access', 'api://orders.contoso.example/Orders.Read'],
  },
  {
    asked: `openid offline_access ${GRAPH}.default`,
    needs: ['openid', 'offline_access', USER_READ],
  },
  {
    asked: 'offline_access Directory.Read.All',
    needs: ['offline_access', `${GRAPH}Directory.Read.All`],
  },
] as const;

/** Whatever the registration lists of one API, which are the same permissions for every app here. */
const DEFAULT = { asked: `${GRAPH}.default`, needs: [USER_READ] } as const;

const tenant = fc.constantFrom(
  ...['common', 'common', 'common', 'common', 'organizations', 'consumers', 'contoso.example'],
  ...['bbbbcccc-1111-dddd-2222-eeee3333ffff', 'nowhere.example'],
);
const client = fc.constantFrom(SAMPLE, SAMPLE, SAMPLE, COMMAND_LINE, EXPENSES);
const redirectUri = fc.constantFrom(
  ...['http://localhost:3000/', 'http://localhost:3000/', 'http://localhost:3000/redirect.html'],
  ...['http://localhost:5000', 'http://localhost:3000/expenses', 'http://localhost:3000/elsewhere'],
  ...['https://evil.example/', 'http://localhost.evil.example/', 'http://localhost:3000/?next=1'],
  ...['http://localhost:3000//evil.example', 'http://127.0.0.1:3000/', 'HTTP://LOCALHOST:3000/'],
);
const scope = fc.constantFrom(...SCOPES);
const verifier = fc.constantFrom('a'.repeat(43), 'a'.repeat(43), 'b'.repeat(43));
const person = fc.constantFrom(...PEOPLE);
/** Which of the codes or refresh tokens issued so far, the newest most often. */
const pick = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 5 }));
const usually = fc.integer({ min: 0, max: 9 }).map((number) => number > 0);

/** Left out, a step does what fits. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, arbitrary);
}

const authorize = fc.record({
  kind: fc.constant('authorize' as const),
  browser: fc.constantFrom(0 as const, 1 as const),
  tenant,
  client,
  redirectUri: seldom(redirectUri),
  scope,
  verifier,
  prompt: fc.constantFrom(undefined, undefined, 'none', 'login', 'select_account', 'consent'),
  person,
  accepts: usually,
  forAll: fc.boolean(),
});

const redeem = fc.record({
  kind: fc.constant('redeem' as const),
  pick,
  tenant: seldom(tenant),
  client: seldom(client),
  redirectUri: seldom(redirectUri),
  verifier: seldom(verifier),
  scope: seldom(scope),
  fromBrowser: usually,
});

const refresh = fc.record({
  kind: fc.constant('refresh' as const),
  pick,
  tenant: seldom(tenant),
  client: seldom(client),
  scope: fc.constantFrom(undefined, undefined, undefined, ...SCOPES, DEFAULT, DEFAULT),
  fromBrowser: usually,
});

const logout = fc.record({
  kind: fc.constant('logout' as const),
  browser: fc.constantFrom(0 as const, 1 as const),
  redirectUri,
  hint: fc.option(person, { nil: undefined }),
});

const control = fc.record({
  kind: fc.constant('control' as const),
  control: fc.constantFrom('revokeConsent' as const, 'revokeSessions' as const),
  person: fc.option(person, { nil: undefined }),
});

const wait = fc.record({
  kind: fc.constant('wait' as const),
  seconds: fc.constantFrom(1, 30, 61, 3600, 90_000),
});

/** Sign-ins are what everything else is about, so they come most often. */
export const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: authorize },
    { weight: 6, arbitrary: redeem },
    { weight: 5, arbitrary: refresh },
    { weight: 2, arbitrary: logout },
    { weight: 1, arbitrary: control },
    { weight: 1, arbitrary: wait },
  ),
  { minLength: 8, maxLength: 24, size: 'max' },
);

type Of<A> = A extends fc.Arbitrary<infer Value> ? Value : never;
export type Authorize = Of<typeof authorize>;
export type Redeem = Of<typeof redeem>;
export type Refresh = Of<typeof refresh>;
export type Logout = Of<typeof logout>;
export type FaultControl = Of<typeof control>;
export type Wait = Of<typeof wait>;
