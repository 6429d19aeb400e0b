import { type AuthenticationResult, PublicClientApplication } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';
import { adele, stateBegunAt } from '../testing/fake-msal';

describe('MsalClient', () => {
  const client = () => new MsalClient(msalConfiguration(exampleSettings));
  const here = location.pathname + location.search;
  const answer = (target: string) =>
    `#code=c&state=${encodeURIComponent(stateBegunAt(0).replace(/[|].*/, `|${target}`))}`;
  const handle = () => spyOn(PublicClientApplication.prototype, 'handleRedirectPromise');

  afterEach(() => {
    history.replaceState(null, '', here);
  });

  it('returns a failure to its first caller only, so that the guard does not refuse every route', async () => {
    const handled = handle();
    handled.and.rejectWith(new Error('state_mismatch'));
    const msal = client();
    msal.startRedirectHandling();

    await expectAsync(msal.handleRedirectPromise()).toBeRejected();
    await expectAsync(msal.handleRedirectPromise()).toBeResolvedTo(null);
    expect(handled).toHaveBeenCalledTimes(1);
  });

  it('S14: removes the response from the URL and the history before anything else', async () => {
    const handled = handle();
    handled.and.resolveTo(null);
    const entries = history.length;
    history.replaceState(null, '', `/${answer('/profile?x=1#y')}`);
    const msal = client();
    msal.startRedirectHandling();

    expect(location.pathname + location.search + location.hash).toBe('/profile?x=1#y');
    expect(history.length).toBe(entries);
    expect(msal.response).toBe(answer('/profile?x=1#y'));
    await msal.handleRedirectPromise();
    expect(handled).toHaveBeenCalledOnceWith({
      navigateToLoginRequestUrl: false,
      hash: answer('/profile?x=1#y'),
    });
  });

  it('S18: replaces the URL by the start page when the return URL is another site', () => {
    handle().and.resolveTo(null);
    history.replaceState(null, '', `/profile${answer('//evil.example/')}`);
    client().startRedirectHandling();

    expect(location.pathname + location.hash).toBe('/');
  });

  it('keeps a person’s own fragment, which MSAL would clear as a response', async () => {
    const handled = handle();
    let seen = '';
    handled.and.callFake(() => {
      seen = location.hash;
      return Promise.resolve(null);
    });
    for (const own of ['#code=5', '#a=1&code=5', '#code=5&state=WA', '#error=3']) {
      history.replaceState(null, '', own);
      const msal = client();
      msal.startRedirectHandling();
      await msal.handleRedirectPromise();

      expect(seen).toBe('');
      expect(location.hash).toBe(own);
    }
  });

  it('keeps a fragment that is an anchor of the page', () => {
    handle().and.resolveTo(null);
    history.replaceState(null, '', '#main');
    const msal = client();
    msal.startRedirectHandling();

    expect(location.hash).toBe('#main');
    expect(msal.response).toBe('');
  });

  it('does not redirect when MsalInterceptor calls it', async () => {
    const redirect = spyOn(PublicClientApplication.prototype, 'acquireTokenRedirect');

    await expectAsync(client().acquireTokenRedirect()).toBeResolved();
    expect(redirect).not.toHaveBeenCalled();
  });

  it('F37: starts one redirect, however often it is called', async () => {
    const leaving = Promise.withResolvers<undefined>();
    const redirect = spyOn(PublicClientApplication.prototype, 'loginRedirect');
    redirect.and.returnValue(leaving.promise);
    const msal = client();
    const clicks = [msal.loginRedirect(), msal.loginRedirect()];

    expect(redirect).toHaveBeenCalledTimes(1);

    leaving.reject(new Error('no_network_connectivity'));
    await Promise.allSettled(clicks);
    redirect.and.resolveTo();
    await msal.loginRedirect();

    expect(redirect).toHaveBeenCalledTimes(2);
  });

  it('F38: starts no sign-in during a sign-out', async () => {
    const signedOut = Promise.withResolvers<undefined>();
    const redirect = spyOn(PublicClientApplication.prototype, 'loginRedirect').and.resolveTo();
    const msal = client();
    const signOut = msal.redirectOnce(() => signedOut.promise);
    const signIn = msal.loginRedirect();
    signedOut.resolve(undefined);
    await Promise.all([signOut, signIn]);

    expect(redirect).not.toHaveBeenCalled();
  });

  it('names the app to another provider than Entra ID, and fails where that cannot end its session', async () => {
    const settings = { ...exampleSettings, protocol: 'oidc' } as const;
    const logout = spyOn(PublicClientApplication.prototype, 'logoutRedirect').and.resolveTo();
    const leaving = new MsalClient(msalConfiguration(settings)).logoutRedirect({ account: adele });

    await expectAsync(leaving).toBeRejectedWithError(/end_session_endpoint_not_supported/);
    expect(logout).toHaveBeenCalledOnceWith({
      account: adele,
      extraQueryParameters: { client_id: settings.clientId },
    });
  });

  describe('with a token', () => {
    const request = { account: adele, scopes: ['User.Read'] };
    const result = {
      accessToken: 'token',
      expiresOn: new Date(Date.now() + 3_600_000),
    } as AuthenticationResult;
    let acquire: jasmine.Spy;
    let clear: jasmine.Spy;
    let msal: MsalClient;

    beforeEach(() => {
      acquire = spyOn(PublicClientApplication.prototype, 'acquireTokenSilent').and.resolveTo(
        result,
      );
      clear = spyOn(PublicClientApplication.prototype, 'clearCache').and.resolveTo();
      msal = client();
    });

    it('S20: drops a token that arrives after its account was signed out', async () => {
      const renewal = Promise.withResolvers<AuthenticationResult>();
      acquire.and.returnValue(renewal.promise);
      const renewed = msal.acquireTokenSilent({ ...request, forceRefresh: true });
      await msal.clearCache({ account: adele });
      clear.calls.reset();
      renewal.resolve({ ...result, account: adele });

      await expectAsync(renewed).toBeRejected();
      expect(clear).toHaveBeenCalledOnceWith({ account: adele });
    });

    it('keeps a token that arrives after another account was signed out', async () => {
      const renewal = Promise.withResolvers<AuthenticationResult>();
      acquire.and.returnValue(renewal.promise);
      const renewed = msal.acquireTokenSilent({ ...request, forceRefresh: true });
      await msal.clearCache({ account: { ...adele, homeAccountId: 'oscar' } });
      renewal.resolve({ ...result, account: adele });

      await expectAsync(renewed).toBeResolved();
    });
  });
});
