import type { INetworkModule, NetworkResponse } from '@azure/msal-browser';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';
import { exampleSettings } from '../settings/example-settings';
import { addRequestTimeout } from './request-timeout';

describe('addRequestTimeout', () => {
  const answer: NetworkResponse<string> = { status: 200, headers: {}, body: 'token' };
  let respond: (answer: NetworkResponse<string>) => void;
  let network: INetworkModule;

  beforeEach(() => {
    jasmine.clock().install();
    const send = () => new Promise((resolve) => (respond = resolve));
    network = { sendGetRequestAsync: send, sendPostRequestAsync: send } as INetworkModule;
    addRequestTimeout(network);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('hands over an answer that comes in time', async () => {
    const asked = network.sendPostRequestAsync('/token');
    jasmine.clock().tick(19_999);
    respond(answer);

    await expectAsync(asked).toBeResolvedTo(answer);
  });

  it('F1: gives up after 20 seconds, and says which attempt it was', async () => {
    const asked = network.sendPostRequestAsync('/token', { correlationId: 'c0' });
    jasmine.clock().tick(20_000);
    respond(answer);

    await expectAsync(asked).toBeRejectedWith(
      jasmine.objectContaining({ errorCode: 'request_timed_out', correlationId: 'c0' }),
    );
  });

  it('holds for the description of the service as well', async () => {
    const asked = network.sendGetRequestAsync('/.well-known/openid-configuration');
    jasmine.clock().tick(20_000);

    await expectAsync(asked).toBeRejected();
  });

  it('F1: holds for the requests MSAL makes', async () => {
    spyOn(window, 'fetch').and.returnValue(new Promise(() => undefined));
    const { networkClient } = new MsalClient(msalConfiguration(exampleSettings)).getConfiguration()
      .system;
    const asked = networkClient.sendPostRequestAsync('/token');
    jasmine.clock().tick(20_000);

    await expectAsync(asked).toBeRejectedWith(
      jasmine.objectContaining({ errorCode: 'request_timed_out' }),
    );
  });
});
