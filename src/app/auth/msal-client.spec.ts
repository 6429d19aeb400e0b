import { PublicClientApplication } from '@azure/msal-browser';
import { exampleSettings } from '../settings/example-settings';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';

describe('MsalClient', () => {
  const client = () => new MsalClient(msalConfiguration(exampleSettings));

  it('gives a failed answer to its first caller only, so that the guard is not poisoned', async () => {
    const handle = spyOn(PublicClientApplication.prototype, 'handleRedirectPromise');
    handle.and.rejectWith(new Error('state_mismatch'));
    const msal = client();

    await expectAsync(msal.handleRedirectPromise()).toBeRejected();
    await expectAsync(msal.handleRedirectPromise()).toBeResolvedTo(null);
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('does not leave the page when MsalInterceptor wants to', async () => {
    const redirect = spyOn(PublicClientApplication.prototype, 'acquireTokenRedirect');

    await expectAsync(client().acquireTokenRedirect()).toBeResolved();
    expect(redirect).not.toHaveBeenCalled();
  });
});
