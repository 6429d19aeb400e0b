import { BrowserAuthError } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { repairStorage } from '../accounts/repair-storage';
import { storeNotice } from '../accounts/sign-out-notice';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';
import { UnsupportedBrowserError } from '../errors/unsupported-browser-error';

/**
 * Creates MSAL. Its constructor throws without Web Crypto, and without storage it would fail at the first redirect.
 * @throws UnsupportedBrowserError
 */
export function createMsal(settings: Settings): MsalClient {
  probe('sessionStorage');
  probe(settings.cacheLocation);
  // Otherwise MSAL throws at every call.
  const lost = [sessionStorage, localStorage].map((storage) =>
    repairStorage(storage, settings.clientId),
  );
  if (lost.includes(true)) storeNotice(settings, 'damaged');
  try {
    return new MsalClient(msalConfiguration(settings), settings.basePath);
  } catch (cause) {
    if (!(cause instanceof BrowserAuthError && cause.errorCode.startsWith('crypto_'))) throw cause;
    throw new UnsupportedBrowserError(
      $localize`Signing in needs the browser’s cryptography, which it offers on secure pages only.`,
      $localize`Open this site with https://, or on this computer as http://localhost.`,
      { cause },
    );
  }
}

/** Storage may throw on access, be null, or refuse every write, so only a write proves it. */
function probe(location: Settings['cacheLocation']): void {
  const key = 'app.probe';
  try {
    window[location].setItem(key, key);
    window[location].removeItem(key);
  } catch (cause) {
    throw new UnsupportedBrowserError(
      $localize`Signing in needs the browser’s storage, which is switched off or full for this site.`,
      $localize`Allow cookies and site data for this site, or clear them, then load the page again.`,
      { cause },
    );
  }
}
