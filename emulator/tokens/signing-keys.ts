import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

/**
 * The RSA keys of this cloud. Two are published, as Entra does, so that clients which cache a single
 * key are found out when the second one takes over.
 */
interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

export class SigningKeys {
  // Generated while the server starts to listen: making RSA keys takes longer than starting.
  private keys: [Promise<SigningKey>, Promise<SigningKey>, ...Promise<SigningKey>[]] = [
    newKey(),
    newKey(),
  ];

  /** @param falseKid another key id in the header than the true one */
  async sign(claims: JWTPayload, falseKid?: string): Promise<string> {
    const { kid, privateKey } = await this.keys[0];
    return new SignJWT(claims)
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: falseKid ?? kid })
      .sign(privateKey);
  }

  async published(): Promise<JWK[]> {
    const keys = await Promise.all(this.keys);
    return keys.map(({ jwk }) => jwk);
  }

  async verificationKey(kid: string | undefined): Promise<CryptoKey | undefined> {
    const keys = await Promise.all(this.keys);
    return keys.find((key) => key.kid === kid)?.publicKey;
  }

  /**
   * The second published key signs from now on, and a new second one is published. The first stays
   * published, because tokens it signed are still in use.
   */
  rotate(): void {
    this.keys = [this.keys[1], newKey(), this.keys[0]];
  }
}

async function newKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const { kty = 'RSA', n = '', e = '' } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { kid, privateKey, publicKey, jwk: { kty, use: 'sig', kid, n, e } };
}
