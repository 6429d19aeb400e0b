import { type EnvironmentProviders, importProvidersFrom } from '@angular/core';
import { MsalModule } from '@azure/msal-angular';
import {
  type AccountInfo,
  type AuthenticationResult,
  type EventCallbackFunction,
  type EventMessage,
  EventType,
  InteractionType,
  type IPublicClientApplication,
  Logger,
  ServerError,
} from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { guardConfiguration, interceptorConfiguration } from '../msal/msal-configuration';

/** An account with a valid ID token. */
export const adele: AccountInfo = {
  homeAccountId: 'adele.contoso',
  environment: 'localhost:4001',
  tenantId: 'contoso',
  username: 'adele@contoso.example',
  localAccountId: 'adele',
  name: 'Adele Vance',
  idTokenClaims: {
    aud: '00001111-aaaa-2222-bbbb-3333cccc4444',
    iss: 'https://login.microsoftonline.com/contoso/v2.0',
    tid: 'contoso',
    exp: 4_102_444_800,
  },
};

export const signedInAsAdele: Partial<AuthenticationResult> = {
  account: adele,
  correlationId: 'c0',
};

/** The ID token is for another app. */
export const signedInWithForeignToken: Partial<AuthenticationResult> = {
  ...signedInAsAdele,
  account: { ...adele, idTokenClaims: { ...adele.idTokenClaims, aud: 'other' } },
};

export const consentDeclined = new ServerError('access_denied', 'c0', '', '', '65004');

/** MSAL's `state` of a sign-in to `/profile?x=1`: its id is a UUID version 7, which begins with the time. */
export function stateBegunAt(time: number): string {
  const hex = time.toString(16).padStart(12, '0');
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
  return `${btoa(JSON.stringify({ id, meta: { interactionType: 'redirect' } }))}|/profile?x=1`;
}

/** MSAL without storage and network: returns the token `token` and records its requests. Specs set its fields. */
export class FakeMsal {
  /** The fragment of the page load. */
  response = '';
  accounts: AccountInfo[] = [];
  active: AccountInfo | null = null;
  redirectResult: Promise<Partial<AuthenticationResult> | null> = Promise.resolve(null);
  redirectStart: Promise<void> = Promise.resolve();
  /** The outcome of each silent token request. */
  silentResult: () => Promise<Partial<AuthenticationResult>> = () =>
    Promise.resolve({ accessToken: 'token' });

  /** What Entra ID has granted, whatever was requested: part of each silent token response. */
  granted: string[] = [];

  /** The outcome of each sign-in by popup. */
  popupResult: () => Promise<Partial<AuthenticationResult>> = () =>
    Promise.resolve(signedInAsAdele);

  readonly loginRequests: unknown[] = [];
  readonly popupRequests: unknown[] = [];
  readonly logoutRequests: unknown[] = [];
  readonly silentRequests: unknown[] = [];
  readonly clearRequests: unknown[] = [];

  private readonly listeners: EventCallbackFunction[] = [];

  constructor() {
    // Earlier specs may have left sign-out markers.
    for (const cookie of document.cookie.split('; ')) {
      const [name = ''] = cookie.split('=');
      if (name.startsWith('app.out.')) document.cookie = `${name}=; Path=/; Max-Age=0`;
    }
  }

  emit(event: Partial<EventMessage>): void {
    for (const listener of this.listeners) listener(event as EventMessage);
  }

  startRedirect(to: 'sign in' | 'sign out'): void {
    this.emit(
      to === 'sign in'
        ? {
            eventType: EventType.ACQUIRE_TOKEN_START,
            interactionType: InteractionType.Redirect,
          }
        : { eventType: EventType.LOGOUT_START },
    );
  }

  provide(settings: Settings): EnvironmentProviders {
    const module = MsalModule.forRoot(
      this.instance,
      guardConfiguration(settings),
      interceptorConfiguration(settings),
    );
    return importProvidersFrom(module);
  }

  private get instance(): IPublicClientApplication {
    const used = {
      initialize: () => Promise.resolve(),
      initializeWrapperLibrary: () => undefined,
      getLogger: () => new Logger({ loggerCallback: () => undefined }, '', ''),
      addEventCallback: (listener: EventCallbackFunction) => this.listeners.push(listener),
      getAllAccounts: () => this.accounts,
      getActiveAccount: () => this.active,
      setActiveAccount: (account: AccountInfo | null) => (this.active = account),
      handleRedirectPromise: () => this.redirectResult,
      loginRedirect: (request: unknown) => {
        this.loginRequests.push(request);
        return this.redirectStart;
      },
      redirectOnce: (start: () => Promise<void>) => start(),
      loginPopup: (request: unknown) => {
        this.popupRequests.push(request);
        return this.popupResult();
      },
      logoutRedirect: (request: unknown) => {
        this.logoutRequests.push(request);
        return this.redirectStart;
      },
      acquireTokenSilent: (request: unknown) => {
        this.silentRequests.push(request);
        return this.silentResult().then((result) => ({ scopes: this.granted, ...result }));
      },
      clearCache: (request: { account?: AccountInfo | null }) => {
        this.clearRequests.push(request);
        const { account } = request;
        this.accounts = account
          ? this.accounts.filter((other) => other.homeAccountId !== account.homeAccountId)
          : [];
        return Promise.resolve();
      },
    };
    // Specs set it after the providers are created.
    Object.defineProperty(used, 'response', { get: () => this.response });
    return used as unknown as IPublicClientApplication;
  }
}
