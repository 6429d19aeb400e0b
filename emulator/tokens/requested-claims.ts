/**
 * The `claims` parameter (OpenID Connect Core, section 5.5), as far as Entra acts on it: client
 * capabilities and the requirements a claims challenge sends back.
 */
export interface RequestedClaims {
  readonly clientCapabilities: readonly string[];
  /** Essential authentication contexts, such as `c1`. */
  readonly authContext: readonly string[];
}
