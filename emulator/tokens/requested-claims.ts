/**
 * The `claims` parameter (OpenID Connect Core, section 5.5), as far as Entra acts on it: client
 * capabilities, the requirements a claims challenge sends back, and optional claims of the ID token.
 */
export interface RequestedClaims {
  readonly clientCapabilities: readonly string[];
  /** Essential authentication contexts, such as `c1`. */
  readonly authContext: readonly string[];
  /** Names of claims wanted in the ID token, essential or not. */
  readonly idTokenClaims: readonly string[];
}
