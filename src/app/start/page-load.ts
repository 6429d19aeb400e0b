import { basePath, sitePath } from './base-path';

/** What a page load is for, which decides what it needs. */
export type PageLoad =
  /** The prerendered landing page: nothing until a sign-in. */
  | 'landing'
  /** The landing page with somebody signed in. */
  | 'session'
  /** The landing page with Entra ID's authorization response. */
  | 'response'
  /** The return from a sign-out at Entra ID, after which MSAL has to clean up. */
  | 'signed-out'
  /** Any other page, and every page of `ng serve`, which does not prerender. */
  | 'page';

/** Derives it from the address, the storage, and whether the page was prerendered. */
export function pageLoad(window: Window): PageLoad {
  if (!('prerendered' in window.document.documentElement.dataset)) return 'page';
  // RFC 6749 sections 4.1.2 and 4.1.2.1; auth/protocol/authorization-response.ts is exact.
  if (/[#&]state=/.test(window.location.hash)) return 'response';
  if (/^\?state=[^&]*$/.test(window.location.search)) return 'signed-out';
  return hasSession(window) ? 'session' : 'landing';
}

/**
 * Whether somebody is signed in to this app, by the storage keys that auth/accounts/account-storage.ts makes, whatever
 * the client id: only `config.json` knows it.
 */
export function hasSession(window: Window): boolean {
  const site = sitePath(window.document);
  const isSignIn = (key: string) => {
    const [app, , path, ...rest] = key.split('|');
    return app === 'app' && path === site && rest.at(-1) === 'signed-in';
  };
  try {
    return [window.sessionStorage, window.localStorage].some((storage) =>
      Object.keys(storage).some(isSignIn),
    );
  } catch {
    // Storage is refused: the app reports it at sign-in.
    return false;
  }
}

/** Returns the path this page load leads to, a response's from `state`. Only for preloading, so it may be wrong. */
export function returnPath({ document, location }: Window, load: PageLoad): string {
  const { pathname, hash } = location;
  if (load !== 'response') return `/${pathname.slice(basePath(document).length)}`;
  const state = new URLSearchParams(hash.slice(1)).get('state') ?? '';
  return state.slice(state.indexOf('|') + 1);
}
