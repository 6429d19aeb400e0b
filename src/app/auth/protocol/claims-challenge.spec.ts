import { parseClaimsChallenge } from './claims-challenge';

const claims = '{"access_token":{"nbf":{"essential":true, "value":"1635527790"}}}';
const base64 = btoa(claims);
const recorded = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${base64}"`;

describe('parseClaimsChallenge', () => {
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
    [
      'a challenge of another scheme behind it',
      `${recorded}, PoP error="invalid_token", claims="x"`,
    ],
    [
      'a challenge of the same scheme in front',
      `Bearer error="invalid_token", claims="x", ${recorded}`,
    ],
    ['a scheme without parameters in front', `Negotiate, ${recorded}`],
    ['a scheme with a token68 in front', `Negotiate a87421+/09-_.~==, ${recorded}`],
    ['a quoted text that looks like a challenge', `${recorded}, realm="x, PoP error=\\"a\\""`],
    ['empty places in the list', ` , ,${recorded}, ,`],
    ['a quote that nothing closes', recorded.replace(/"$/, '')],
    ['other capitals and spaces', `bearer ERROR = "insufficient_claims" , Claims = "${base64}"`],
    ['no padding', recorded.replace(/=+"$/, '"')],
    ['no quotes at all', `Bearer error=insufficient_claims, claims=${base64.replace(/=+$/, '')}`],
  ];
  for (const [title, header] of forms) {
    it(`parses ${title}`, () => {
      expect(parseClaimsChallenge(header)).toBe(claims);
    });
  }

  const none: [title: string, header: string | null][] = [
    ['no header', null],
    [
      'a plain 401',
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common"',
    ],
    ['a challenge of another scheme', recorded.replace('Bearer', 'PoP')],
    [
      'the parts of two challenges',
      `Bearer error="insufficient_claims", PoP error="invalid_token", claims="${base64}"`,
    ],
    ['parameters without a scheme', recorded.replace('Bearer ', '')],
    ['another error', recorded.replace('insufficient_claims', 'invalid_token')],
    ['claims that are no base64', recorded.replace(base64, '%%%')],
    ['claims that are no JSON', recorded.replace(base64, btoa('claims'))],
    ['claims that are no object', recorded.replace(base64, btoa('1'))],
    ['claims that are not UTF-8', recorded.replace(base64, btoa('{"a":"\xff"}'))],
  ];
  for (const [title, header] of none) {
    it(`returns undefined for ${title}`, () => {
      expect(parseClaimsChallenge(header)).toBeUndefined();
    });
  }

  it('parses any claims, whatever surrounds them', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = random(seed);
      const value = JSON.stringify({ [text(next)]: text(next) });
      const asking = challenge(
        'Bearer',
        ['error="insufficient_claims"', claimsIn(value, next)],
        next,
      );
      const others = Array.from({ length: next() % 3 }, () => otherChallenge(next));
      const header = shuffled([asking, ...others], next).join(next() % 2 ? ', ' : ',');

      expect(parseClaimsChallenge(header)).withContext(`seed ${seed}: ${header}`).toBe(value);
    }
  });

  it('ignores the parameters of other challenges', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = random(seed);
      const others = Array.from({ length: 1 + (next() % 3) }, () => otherChallenge(next));

      expect(parseClaimsChallenge(others.join(', ')))
        .withContext(`seed ${seed}: ${others.join(', ')}`)
        .toBeUndefined();
    }
  });

  it('never throws, for any input', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = random(seed);
      const header = `Bearer claims="${text(next)}, error=insufficient_claims ${text(next)}`;

      expect(() => parseClaimsChallenge(header))
        .withContext(`seed ${seed}`)
        .not.toThrow();
    }
  });
});

/** Pseudo-random numbers by seed (a linear congruential generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff);
}

const ALPHABET = ['a', 'Z', '9', '"', '\\', ',', '=', ' ', ';', 'é', '漢', '😀', '{', '}'];

const text = (next: () => number) =>
  Array.from({ length: next() % 12 }, () => ALPHABET[next() % ALPHABET.length]).join('');

const quoted = (value: string) => value.replace(/["\\]/g, '\\$&');

const noise = (next: () => number) => `x${next() % 9}="${quoted(text(next))}"`;

function claimsIn(json: string, next: () => number): string {
  const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(json)));
  const padded = next() % 2 ? base64 : base64.replace(/=+$/, '');
  const written = next() % 2 ? padded : padded.replaceAll('+', '-').replaceAll('/', '_');
  return next() % 2 ? `claims="${written}"` : `claims=${written}`;
}

/** With further parameters among those given, in any order. */
function challenge(scheme: string, parameters: string[], next: () => number): string {
  const more = Array.from({ length: next() % 4 }, () => noise(next));
  return `${scheme} ${shuffled([...parameters, ...more], next).join(', ')}`;
}

/** Challenges without claims, though with similar parameters. */
const OTHERS: ((next: () => number) => string)[] = [
  () => 'Negotiate',
  () => 'Negotiate YWJj',
  () => 'Negotiate YWJjZA==',
  (next) => challenge('Bearer', ['error="invalid_token"', claimsIn('{"a":1}', next)], next),
  (next) => challenge('PoP', ['error="insufficient_claims"', claimsIn('{"a":1}', next)], next),
  (next) => challenge('Basic', ['realm="Bearer error=, claims"'], next),
];

const otherChallenge = (next: () => number) => OTHERS[next() % OTHERS.length]?.(next) ?? '';

const shuffled = (parts: string[], next: () => number) =>
  parts
    .map((part) => ({ part, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ part }) => part);
