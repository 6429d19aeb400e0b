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

/** The account the specs sign in, with a valid ID token. */
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

/** MSAL's result of a valid response. */
export const signedInAsAdele: Partial<AuthenticationResult> = {
  account: adele,
  correlationId: 'c0',
};

/** MSAL's result of a response whose ID token is for another app. */
export const signedInWithForeignToken: Partial<AuthenticationResult> = {
  ...signedInAsAdele,
  account: { ...adele, idTokenClaims: { ...adele.idTokenClaims, aud: 'other' } },
};

/** What MSAL throws when a person declines consent. */
export const consentDeclined = new ServerError('access_denied', 'c0', '', '', '65004');

/** MSAL's `state` of a sign-in to `/profile?x=1` begun at a time: its id is a UUID version 7. */
export function stateBegunAt(time: number): string {
  const hex = time.toString(16).padStart(12, '0');
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
  return `${btoa(JSON.stringify({ id, meta: { interactionType: 'redirect' } }))}|/profile?x=1`;
}

/**
 * MSAL without storage or a network: has the accounts it is given, returns the token `token`, and records its
 * requests. The parts a spec varies are plain fields.
 */
export class FakeMsal {
  /** The fragment the page load brought. */
  response = '';
  accounts: AccountInfo[] = [];
  active: AccountInfo | null = null;
  redirectResult: Promise<Partial<AuthenticationResult> | null> = Promise.resolve(null);
  redirectStart: Promise<void> = Promise.resolve();
  /** What a silent token request ends with; called once per request. */
  silentResult: () => Promise<Partial<AuthenticationResult>> = () =>
    Promise.resolve({ accessToken: 'token' });

  /** What a sign-in by popup ends with; called once per popup. */
  popupResult: () => Promise<Partial<AuthenticationResult>> = () =>
    Promise.resolve(signedInAsAdele);

  readonly loginRequests: unknown[] = [];
  readonly popupRequests: unknown[] = [];
  readonly logoutRequests: unknown[] = [];
  readonly silentRequests: unknown[] = [];
  readonly clearRequests: unknown[] = [];

  private readonly listeners: EventCallbackFunction[] = [];

  constructor() {
    // Nobody has signed out in this browser so far, whatever spec came before: see sign-out-marker.ts.
    for (const cookie of document.cookie.split('; ')) {
      const [name = ''] = cookie.split('=');
      if (name.startsWith('app.out.')) document.cookie = `${name}=; Path=/; Max-Age=0`;
    }
  }

  /** Emits an event of MSAL's. */
  emit(event: Partial<EventMessage>): void {
    for (const listener of this.listeners) listener(event as EventMessage);
  }

  /** Emits MSAL's event of a redirect to Entra ID. */
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

  /** Providers of MsalModule with this instance in it. */
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
        return this.silentResult();
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
    // Specs set it after the providers are made.
    Object.defineProperty(used, 'response', { get: () => this.response });
    return used as unknown as IPublicClientApplication;
  }
}
