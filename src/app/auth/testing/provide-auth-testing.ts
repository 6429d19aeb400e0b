import { HTTP_INTERCEPTORS } from '@angular/common/http';
import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { MsalInterceptor } from '@azure/msal-angular';
import {
  type AccountInfo,
  BrowserAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { type Settings, SETTINGS } from '../../settings/settings';
import type { Account } from '../accounts/account';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { RequireTokenInterceptor } from '../tokens/require-token.interceptor';
import { adele, FakeMsal } from './fake-msal';

export interface AuthTestingOptions {
  /** Adele Vance by default, `null` for nobody. */
  readonly account?: Partial<Account> | null;
  /** Why every token request fails; by default none does. */
  readonly tokenFailure?: keyof typeof failures;
  /** Replaces parts of `exampleSettings`. */
  readonly settings?: Partial<Settings>;
}

const failures = {
  'interaction required': () => new InteractionRequiredAuthError('interaction_required', 'c0'),
  offline: () => new BrowserAuthError('no_network_connectivity', 'c0'),
  busy: () => new ServerError('temporarily_unavailable', 'c0', '', '', '90055', 429),
};

/** Provides the real Session, guard and interceptors with a `FakeMsal`. The spec provides HttpClient and the router. */
export function provideAuthTesting(options: AuthTestingOptions = {}): EnvironmentProviders {
  const settings = { ...exampleSettings, ...options.settings };
  const { account = {}, tokenFailure } = options;
  const msal = new FakeMsal();
  if (account) msal.accounts = [toAccountInfo(account)];
  if (tokenFailure) msal.silentResult = () => Promise.reject(failures[tokenFailure]());
  return makeEnvironmentProviders([
    { provide: SETTINGS, useValue: settings },
    { provide: FakeMsal, useValue: msal },
    msal.provide(settings),
    { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
    { provide: HTTP_INTERCEPTORS, useClass: RequireTokenInterceptor, multi: true },
    provideEnvironmentInitializer(() => {
      inject(SignedInAccounts).activate();
    }),
  ]);
}

function toAccountInfo({ id, name, username, tenantId, roles }: Partial<Account>): AccountInfo {
  return {
    ...adele,
    ...(id && { homeAccountId: id }),
    ...(name && { name }),
    ...(username && { username }),
    ...(tenantId && { tenantId }),
    idTokenClaims: { roles: [...(roles ?? [])] },
  };
}
