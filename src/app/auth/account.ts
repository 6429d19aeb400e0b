/** The person signed in, as far as the ID token tells. */
export interface Account {
  /** MSAL's home account id: stable, unique, not meant for people. */
  readonly id: string;
  /** Display name; the username when the directory has none. */
  readonly name: string;
  /** Sign-in name: `adele@contoso.example`. */
  readonly username: string;
}
