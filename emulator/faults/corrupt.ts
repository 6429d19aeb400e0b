import { UnsecuredJWT, decodeJwt } from 'jose';
import type { JWTPayload } from 'jose';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import type { Fault } from './fault.ts';

type WrongToken = Extract<Fault, { kind: 'id-token' }>['wrong'];
type WrongResponse = Extract<Fault, { kind: 'reply' }>['wrong'];

const ELSEWHERE = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

/** An ID token as a broken or hostile server would issue it. */
export async function corruptIdToken(
  keys: SigningKeys,
  token: string,
  wrong: WrongToken,
): Promise<string> {
  const claims = decodeJwt(token);
  switch (wrong) {
    case 'signature':
      return token.replace(/.{8}$/, 'AAAAAAAA');
    case 'alg-none':
      return new UnsecuredJWT(claims).encode();
    case 'kid':
      return keys.sign(claims, 'nobody-published-this-key');
    default:
      return keys.sign(wrongClaims(claims, wrong));
  }
}

function wrongClaims(
  claims: JWTPayload,
  wrong: Exclude<WrongToken, 'signature' | 'alg-none' | 'kid'>,
): JWTPayload {
  const { nonce, iat, sub, ...others } = claims;
  switch (wrong) {
    case 'nonce':
      return { ...claims, nonce: 'not-the-nonce' };
    case 'no-nonce':
      return { ...others, iat, sub } as JWTPayload;
    case 'aud':
      return { ...claims, aud: ELSEWHERE };
    case 'iss':
      return { ...claims, iss: 'https://login.evil.example/v2.0' };
    case 'tid':
      return { ...claims, tid: ELSEWHERE };
    case 'exp':
      return { ...claims, iat: 1_500_000_000, nbf: 1_500_000_000, exp: 1_500_003_600 };
    case 'no-iat':
      return { ...others, nonce, sub } as JWTPayload;
    case 'no-sub':
      return { ...others, nonce, iat } as JWTPayload;
  }
}

/** Returns the response parameters with one of them wrong. */
export function corruptResponse(
  parameters: URLSearchParams,
  wrong: WrongResponse,
): URLSearchParams {
  switch (wrong) {
    case 'state':
      parameters.set('state', otherState(parameters.get('state') ?? ''));
      return parameters;
    case 'unreadable-state':
      parameters.set('state', '%%%');
      return parameters;
    case 'no-state':
      parameters.delete('state');
      return parameters;
    case 'code':
      parameters.set('code', `1.${'A'.repeat(64)}`);
      return parameters;
    case 'nothing':
      return new URLSearchParams();
  }
}

/** Readable, but of another request: MSAL puts a GUID into its base64 state. */
function otherState(state: string): string {
  const text = Buffer.from(state, 'base64').toString();
  return text.startsWith('{')
    ? Buffer.from(text.replace(/"id":"[^"]*"/, `"id":"${ELSEWHERE}"`)).toString('base64')
    : `${state}-tampered`;
}
