import fc from 'fast-check';
import { APP, CLIENT, VERIFIER } from '../test-browser.ts';
import { challengeOf } from './in-process-cloud.ts';

/** For property tests: what a careless or hostile sender puts into a field. */

/** A silent request in order, for tests to corrupt. */
export const AUTHORIZE = {
  client_id: CLIENT,
  response_type: 'code',
  redirect_uri: `${APP}/`,
  response_mode: 'fragment',
  scope: 'User.Read openid offline_access',
  state: 's',
  nonce: 'n',
  prompt: 'none',
  login_hint: 'adele@contoso.example',
  domain_hint: 'contoso.example',
  sid: '1',
  max_age: '60',
  claims: '{}',
  code_challenge: challengeOf(VERIFIER),
  code_challenge_method: 'S256',
  client_info: '1',
};

/** Percent-encoded already, so that bytes which are no UTF-8 can be among them. */
export const hostile = fc.oneof(
  fc.constant(''),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined'),
  fc.constantFrom('%FF%FE', '%C3%28', '%ED%A0%80', '%F8%A1%A1%A1%A1', '%', '%zz', '+', '%00'),
  fc.constantFrom('{', '[]', '%22%22', '{%22access_token%22:null}', '1e999', '-1', '0x10'),
  fc.integer({ min: 1, max: 100_000 }).map((length) => 'A'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponentSafely),
  fc
    .string({ unit: fc.constantFrom('\u0000', '\r', '\n', '\u001b', '\u007f', '\u2028', '\u202e') })
    .map(encodeURIComponent),
  fc.constantFrom('javascript:alert(1)', 'https://evil.example/', '//evil.example', '%3Cscript%3E'),
);

/** The request with fields replaced, repeated and added. */
export const corrupted = (fields: Readonly<Record<string, string>>): fc.Arbitrary<string> =>
  fc
    .record({
      replaced: fc.dictionary(fc.constantFrom(...Object.keys(fields)), hostile, { minKeys: 1 }),
      added: fc.array(
        fc.tuple(fc.constantFrom('__proto__', 'constructor', 'x', ...Object.keys(fields)), hostile),
        { maxLength: 2 },
      ),
    })
    .map(({ replaced, added }) =>
      [...Object.entries({ ...encoded(fields), ...replaced }), ...added]
        .map(([name, value]) => `${name}=${value}`)
        .join('&'),
    );

function encoded(fields: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(fields).map(([name, value]) => [name, encodeURIComponent(value)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** A lone surrogate has no encoding. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
