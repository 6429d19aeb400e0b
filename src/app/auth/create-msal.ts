import { BrowserAuthError } from '@azure/msal-browser';
import type { Settings } from '../settings/settings';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';
import { UnsuitableBrowserError } from './unsuitable-browser-error';

/**
 * Builds MSAL. Its constructor reaches for Web Crypto and storage, and throws what it meets when the
 * browser has none to give.
 *
 * @throws UnsuitableBrowserError that says what is missing and what to do
 */
export function createMsal(settings: Settings): MsalClient {
  try {
    // A browser that refuses storage throws at the first touch.
    window[settings.cacheLocation].getItem('');
    return new MsalClient(msalConfiguration(settings));
  } catch (cause) {
    if (cause instanceof BrowserAuthError && cause.errorCode.startsWith('crypto_')) {
      throw new UnsuitableBrowserError(
        'Signing in needs the browser’s cryptography, which it offers on secure pages only.',
        'Open this site with https://, or on this computer as http://localhost.',
        { cause },
      );
    }
    if (cause instanceof DOMException || isStorageRefusal(cause)) {
      throw new UnsuitableBrowserError(
        'Signing in needs the browser’s storage, which is switched off for this site.',
        'Allow cookies and site data for this site, then load the page again.',
        { cause },
      );
    }
    throw cause;
  }
}

function isStorageRefusal(error: unknown): boolean {
  return error instanceof BrowserAuthError && error.errorCode === 'storage_not_supported';
}
