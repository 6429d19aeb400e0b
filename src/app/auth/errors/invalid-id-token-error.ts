import { AuthError } from '@azure/msal-browser';

/** Thrown when an ID token is not for this app, this provider, these tenants or this time. */
export class InvalidIdTokenError extends AuthError {
  override readonly name = 'InvalidIdTokenError';

  /** @param claim the claim that does not hold; the error code is `id_token_` and its name */
  constructor(claim: 'aud' | 'iss' | 'tid' | 'exp', correlationId: string) {
    super(`id_token_${claim}`, correlationId);
  }
}
