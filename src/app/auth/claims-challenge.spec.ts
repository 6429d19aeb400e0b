import { claimsOf } from './claims-challenge';

const claims = '{"access_token":{"nbf":{"essential":true, "value":"1635527790"}}}';
const base64 = btoa(claims);
const recorded = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${base64}"`;

describe('claimsOf', () => {
  const forms: [title: string, header: string][] = [
    ['the form recorded from Graph', recorded],
    ['an address without quotes', recorded.replace(/"(https:[^"]*)"/, '$1')],
    [
      'a description with commas and an equals sign',
      `${recorded}, errorDescription="Sign in, again: claims=none, please"`,
    ],
    [
      'a quoted quote in front',
      `Bearer error_description="say \\"claims=\\" twice", error="insufficient_claims", claims="${base64}"`,
    ],
    ['several challenges', `Basic realm="a, b", ${recorded}`],
    ['other capitals and spaces', `bearer ERROR = "insufficient_claims" , Claims = "${base64}"`],
    ['no padding', recorded.replace(/=+"$/, '"')],
    ['no quotes at all', `Bearer error=insufficient_claims, claims=${base64.replace(/=+$/, '')}`],
  ];
  for (const [title, header] of forms) {
    it(`reads ${title}`, () => {
      expect(claimsOf(header)).toBe(claims);
    });
  }

  const none: [title: string, header: string | null][] = [
    ['no header', null],
    [
      'a plain 401',
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common"',
    ],
    ['another error', recorded.replace('insufficient_claims', 'invalid_token')],
    ['claims that are no base64', recorded.replace(base64, '%%%')],
    ['claims that are no JSON', recorded.replace(base64, btoa('claims'))],
    ['claims that are no object', recorded.replace(base64, btoa('1'))],
    ['claims that are not UTF-8', recorded.replace(base64, btoa('{"a":"\xff"}'))],
  ];
  for (const [title, header] of none) {
    it(`finds none in ${title}`, () => {
      expect(claimsOf(header)).toBeUndefined();
    });
  }

  it('reads any claims back, whatever stands around them', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = random(seed);
      const value = JSON.stringify({ [text(next)]: text(next) });
      const bytes = new TextEncoder().encode(value);
      const encoded = btoa(String.fromCharCode(...bytes));
      const noise = Array.from({ length: 3 }, () => `x${next() % 9}="${quoted(text(next))}"`);
      const parts = [...noise, 'error="insufficient_claims"', `claims="${encoded}"`];
      const header = `Bearer ${shuffled(parts, next).join(', ')}`;

      expect(claimsOf(header)).withContext(`seed ${seed}: ${header}`).toBe(value);
    }
  });

  it('never throws, whatever it is given', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = random(seed);
      const header = `Bearer claims="${text(next)}, error=insufficient_claims ${text(next)}`;

      expect(() => claimsOf(header))
        .withContext(`seed ${seed}`)
        .not.toThrow();
    }
  });
});

/** Numbers that look random and are the same for the same seed (a linear congruential generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff);
}

const ALPHABET = ['a', 'Z', '9', '"', '\\', ',', '=', ' ', ';', 'é', '漢', '😀', '{', '}'];

const text = (next: () => number) =>
  Array.from({ length: next() % 12 }, () => ALPHABET[next() % ALPHABET.length]).join('');

const quoted = (value: string) => value.replace(/["\\]/g, '\\$&');

const shuffled = (parts: string[], next: () => number) =>
  parts
    .map((part) => ({ part, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ part }) => part);
