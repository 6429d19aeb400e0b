/** Keys of MSAL's own storage that are read because there is no public API; a spec fails when MSAL changes them. */

/** In sessionStorage: `{"clientId": …, "type": …}`. */
export const INTERACTION_STATUS_KEY = 'msal.interaction.status';

export const activeAccountKey = (clientId: string) => `msal.${clientId}.active-account-filters`;

/** `msal.3.account.keys`: the account keys of all apps of the origin. */
export const ACCOUNT_KEYS = /^msal\.(?:\d+\.)?account\.keys$/;

/** `msal.3.token.keys.<clientId>`: the token keys of one app. */
export const TOKEN_KEYS = /^msal\.(?:\d+\.)?token\.keys\.(.+)$/;
