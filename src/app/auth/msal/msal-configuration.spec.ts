import { InteractionType, ProtocolMode } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import {
  guardConfiguration,
  interceptorConfiguration,
  msalConfiguration,
} from './msal-configuration';

const msal = undefined as never;

describe('msalConfiguration', () => {
  it('passes the settings to MSAL', () => {
    const { auth, cache } = msalConfiguration({
      ...exampleSettings,
      cacheLocation: 'localStorage',
    });

    expect(auth.clientId).toBe(exampleSettings.clientId);
    expect(auth.authority).toBe('https://login.microsoftonline.com/common');
    expect(auth.redirectUri).toBe('https://app.example/');
    expect(auth.postLogoutRedirectUri).toBe('https://app.example/');
    expect(cache?.cacheLocation).toBe('localStorage');
  });

  it('leaves metadata of a real cloud to MSAL', () => {
    expect('authorityMetadata' in msalConfiguration(exampleSettings).auth).toBeFalse();
  });

  it('speaks plain OpenID Connect to another provider', () => {
    const { auth, system } = msalConfiguration({ ...exampleSettings, protocol: 'oidc' });

    expect(system?.protocolMode).toBe(ProtocolMode.OIDC);
    expect('clientCapabilities' in auth).toBeFalse();
  });

  it('S37: keeps personal data out of MSAL’s log', () => {
    expect(msalConfiguration(exampleSettings).system?.loggerOptions?.piiLoggingEnabled).toBeFalse();
  });
});

describe('guardConfiguration', () => {
  it('signs in by redirect with the whole route in state', () => {
    const { interactionType, authRequest } = guardConfiguration(exampleSettings);
    const route = { url: '/profile?tab=1#phone' } as never;

    expect(interactionType).toBe(InteractionType.Redirect);
    expect(typeof authRequest === 'function' && authRequest(msal, route)).toEqual({
      scopes: ['User.Read'],
      state: '/profile?tab=1#phone',
    });
  });
});

describe('interceptorConfiguration', () => {
  it('renews tokens silently through the bridge page, for the given account', () => {
    const { authRequest, strictMatching } = interceptorConfiguration(exampleSettings);
    const account = { homeAccountId: 'a' } as never;

    expect(strictMatching).toBeTrue();
    expect(
      typeof authRequest === 'function' && authRequest(msal, {} as never, { account }),
    ).toEqual({ account, redirectUri: 'https://app.example/redirect.html' } as never);
  });
});
