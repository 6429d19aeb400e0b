import { exampleSettings } from '../../settings/example-settings';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';
import { TimeoutNetworkClient } from './timeout-network-client';

describe('TimeoutNetworkClient', () => {
  const network = new TimeoutNetworkClient();
  let fetched: jasmine.Spy<typeof fetch>;

  /** A `fetch` that never responds, until it is aborted. */
  const hang = (_url: unknown, init?: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init?.signal?.addEventListener('abort', () => {
        reject(new DOMException('', 'AbortError'));
      });
    });
  const failsWith = (errorCode: string, correlationId = '') =>
    jasmine.objectContaining({ errorCode, correlationId });

  beforeEach(() => {
    fetched = spyOn(window, 'fetch');
  });

  describe('with a clock', () => {
    beforeEach(() => jasmine.clock().install());
    afterEach(() => {
      jasmine.clock().uninstall();
    });

    it('F1: times out after 20 seconds, with the correlation ID', async () => {
      fetched.and.callFake(hang);
      const asked = network.sendPostRequestAsync('/token', { correlationId: 'c0' });
      jasmine.clock().tick(20_000);

      await expectAsync(asked).toBeRejectedWith(failsWith('request_timed_out', 'c0'));
      expect(fetched).toHaveBeenCalledTimes(1);
    });

    it('F1: times out when the body never arrives', async () => {
      fetched.and.callFake((_url, init) =>
        Promise.resolve({ json: () => hang(_url, init) } as unknown as Response),
      );
      const asked = network.sendGetRequestAsync('/.well-known/openid-configuration');
      await Promise.resolve();
      jasmine.clock().tick(20_000);

      await expectAsync(asked).toBeRejectedWith(failsWith('request_timed_out'));
    });

    it('F1: is used for MSAL’s own requests', async () => {
      fetched.and.callFake(hang);
      const { networkClient } = new MsalClient(
        msalConfiguration(exampleSettings),
      ).getConfiguration().system;
      const asked = networkClient.sendPostRequestAsync('/token');
      jasmine.clock().tick(20_000);

      await expectAsync(asked).toBeRejectedWith(failsWith('request_timed_out'));
    });
  });

  it('sends the body and the headers, and returns status, headers and JSON', async () => {
    fetched.and.resolveTo(
      new Response('{"error":"x"}', { status: 400, headers: { 'Retry-After': '2' } }),
    );
    const response = await network.sendPostRequestAsync('/token', {
      body: 'a=1',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });

    expect(fetched).toHaveBeenCalledOnceWith(
      '/token',
      jasmine.objectContaining({
        method: 'POST',
        body: 'a=1',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
    );
    expect(response.status).toBe(400);
    expect(response.headers['retry-after']).toBe('2');
    expect(response.body).toEqual({ error: 'x' });
  });

  it('retries a POST once when the connection failed', async () => {
    fetched.and.returnValues(
      Promise.reject(new TypeError('Failed to fetch')),
      Promise.resolve(new Response('{}')),
    );

    await expectAsync(network.sendPostRequestAsync('/token')).toBeResolved();
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('fails with MSAL’s own code when the connection fails twice', async () => {
    fetched.and.rejectWith(new TypeError('Failed to fetch'));

    await expectAsync(network.sendPostRequestAsync('/token')).toBeRejectedWith(
      failsWith('post_request_failed'),
    );
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('F27: reports a missing network', async () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);
    fetched.and.rejectWith(new TypeError('Failed to fetch'));

    await expectAsync(network.sendPostRequestAsync('/token')).toBeRejectedWith(
      failsWith('no_network_connectivity'),
    );
  });

  it('F6: rejects a response that is no JSON', async () => {
    fetched.and.resolveTo(new Response('<html>'));

    await expectAsync(network.sendGetRequestAsync('/x')).toBeRejectedWith(
      failsWith('failed_to_parse_response'),
    );
  });
});
