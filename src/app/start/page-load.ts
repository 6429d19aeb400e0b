import { basePath } from './base-path';

/** What a page load is about, and so what it needs. */
export type PageLoad =
  /** Somebody reads the prerendered landing page: nothing, until they want to sign in. */
  | 'landing'
  /** A person who is signed in opens the landing page. */
  | 'session'
  /** A sign-in returns to the landing page with Entra ID's authorization response. */
  | 'response'
  /** Entra ID sends somebody back from signing out, after which MSAL has to clean up. */
  | 'signed-out'
  /** Any other page; and every page of `ng serve`, which prerenders none. */
  | 'page';

/** Returns what a page load is about, from the address, the storage, and whether the page was prerendered. */
export function pageLoad(window: Window): PageLoad {
  if (!('prerendered' in window.document.documentElement.dataset)) return 'page';
  // RFC 6749 sections 4.1.2 and 4.1.2.1; auth/protocol/authorization-response.ts is exact.
  if (/[#&]state=/.test(window.location.hash)) return 'response';
  if (/^\?state=[^&]*$/.test(window.location.search)) return 'signed-out';
  return hasSession(window) ? 'session' : 'landing';
}

/**
 * Whether somebody is signed in to this app in this browser, as far as the names of what is stored tell: the time of a
 * sign-in, under the key that auth/accounts/account-storage.ts makes. Which client id that is, only `config.json` knows.
 */
export function hasSession(window: Window): boolean {
  const base = basePath(window.document);
  const isSignIn = (key: string) => {
    const [app, , path, , name] = key.split('|');
    return app === 'app' && path === base && name === 'signed-in';
  };
  try {
    return [window.sessionStorage, window.localStorage].some((storage) =>
      Object.keys(storage).some(isSignIn),
    );
  } catch {
    // Storage is refused: the app says so when somebody wants to sign in.
    return false;
  }
}

/**
 * Returns the path this page load leads to: its own, or the one that the sign-in began at, which MSAL returns in
 * `state` behind a bar. Only for preloading, so it need not be exact.
 */
export function returnPath({ document, location }: Window, load: PageLoad): string {
  const { pathname, hash } = location;
  if (load !== 'response') return `/${pathname.slice(basePath(document).length)}`;
  const state = new URLSearchParams(hash.slice(1)).get('state') ?? '';
  return state.slice(state.indexOf('|') + 1);
}
