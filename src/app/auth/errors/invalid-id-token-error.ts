import { AuthError } from '@azure/msal-browser';

/** Thrown when an ID token is not valid for this app; the code is `id_token_` and the claim. */
export class InvalidIdTokenError extends AuthError {
  override readonly name = 'InvalidIdTokenError';

  constructor(claim: 'aud' | 'iss' | 'tid' | 'exp', correlationId: string) {
    super(`id_token_${claim}`, correlationId);
  }
}
