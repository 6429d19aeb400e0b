import { NavigationClient } from '@azure/msal-browser';
import { OnlineNavigationClient } from './online-navigation-client';

describe('OnlineNavigationClient', () => {
  const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize';
  const leave = () => new OnlineNavigationClient().navigateExternal(url, {} as never);
  let leaves: jasmine.Spy;

  beforeEach(() => {
    leaves = spyOn(NavigationClient.prototype, 'navigateExternal').and.resolveTo(true);
  });

  it('redirects while there is a network', async () => {
    await leave();

    expect(leaves).toHaveBeenCalledTimes(1);
  });

  it('F28: does not redirect without one, and rejects with the reason', async () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);

    await expectAsync(leave()).toBeRejectedWith(
      jasmine.objectContaining({ errorCode: 'no_network_connectivity' }),
    );
    expect(leaves).not.toHaveBeenCalled();
  });
});
