import { inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { MsalService } from '@azure/msal-angular';
import type { SsoSilentRequest } from '@azure/msal-browser';
import { filter, firstValueFrom } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { storageKey, type StorageScope } from '../accounts/account-storage';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { AuthEvents } from '../session/auth-events';
import { Session } from '../session/session';
import { validateSignIn } from '../sign-in/validate-sign-in';

/**
 * Signs in somebody who has a session at the provider, in MSAL's hidden iframe, once the first page is shown. Nothing
 * changes when there is no session, or the browser blocks the provider's cookies in frames.
 * @see https://learn.microsoft.com/entra/msal/javascript/browser/login-user#silent-login-with-ssosilent
 */
export async function signInSilently(): Promise<void> {
  const msal = inject(MsalService).instance;
  const settings = inject(SETTINGS);
  const accounts = inject(SignedInAccounts);
  const session = inject(Session);
  const events = inject(AuthEvents);
  const router = inject(Router);
  const hints = hintsOf(window.location.search);
  if (!isFirstStart(settings)) return;
  await firstPage(router);
  const isBusy = () => session.isSignedIn() || session.isRedirecting();
  if (isBusy() || session.failure()) return;
  try {
    const { scopes, silentRedirectUri: redirectUri } = settings;
    const result = await msal.ssoSilent({ scopes: [...scopes], redirectUri, ...hints });
    await validateSignIn(result, msal, settings);
    accounts.activate(session.isSignedIn() ? undefined : result.account);
    events.emit({ type: 'signed-in' }, result.correlationId);
  } catch {
    // The page stays as it is, with its link to sign in.
  }
}

/** Once a tab: after a sign-out, or when the attempt failed, only a click signs in. */
function isFirstStart(scope: StorageScope, storage = sessionStorage): boolean {
  const key = storageKey(scope, 'silent');
  const isFirst = storage.getItem(key) === null;
  storage.setItem(key, 'tried');
  return isFirst;
}

function firstPage(router: Router): Promise<unknown> {
  return router.lastSuccessfulNavigation()
    ? Promise.resolve()
    : firstValueFrom(router.events.pipe(filter((event) => event instanceof NavigationEnd)), {
        defaultValue: undefined,
      });
}

/** Who is meant, where the link to the app says so. @see OpenID Connect Core 1.0 section 4 */
function hintsOf(search: string): Pick<SsoSilentRequest, 'loginHint' | 'sid' | 'domainHint'> {
  const parameters = new URLSearchParams(search);
  const [loginHint, sid, domainHint] = ['login_hint', 'sid', 'domain_hint'].map((name) =>
    parameters.get(name),
  );
  return {
    ...(loginHint && { loginHint }),
    ...(sid && { sid }),
    ...(domainHint && { domainHint }),
  };
}
