/**
 * What is read of MSAL's own storage, because MSAL has no public way to it. The spec fails when an MSAL names its keys
 * otherwise.
 */

/** Which interaction runs in this tab: `{"clientId": …, "type": …}`, in sessionStorage. */
export const INTERACTION_STATUS_KEY = 'msal.interaction.status';

/** Returns the key of the account that an app has activated. */
export const activeAccountKey = (clientId: string) => `msal.${clientId}.active-account-filters`;

/** `msal.3.account.keys`: the keys of all accounts of the origin, whichever app they signed in to. */
export const ACCOUNT_KEYS = /^msal\.(?:\d+\.)?account\.keys$/;

/** `msal.3.token.keys.<clientId>`: the keys of one app's tokens, in lists by kind. */
export const TOKEN_KEYS = /^msal\.(?:\d+\.)?token\.keys\.(.+)$/;
