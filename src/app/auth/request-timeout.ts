import { BrowserAuthError, type INetworkModule } from '@azure/msal-browser';

const TIME_LIMIT_MS = 20_000;

type Send = INetworkModule['sendPostRequestAsync'];

/**
 * Has MSAL's requests fail after 20 seconds each, with `request_timed_out`. MSAL would wait for ever, and
 * have whoever asks again wait for the same request. An answer that comes later is dropped: MSAL has told
 * of the failure by then, and whom it brought in all the same would be let in unchecked.
 *
 * @param network what MSAL makes its requests with; hidden iframes it gives ten seconds by itself
 */
export function addRequestTimeout(network: INetworkModule): void {
  for (const method of ['sendGetRequestAsync', 'sendPostRequestAsync'] as const) {
    const send = network[method].bind<Send>(network);
    network[method] = <T>(...[url, options]: Parameters<Send>) => {
      let timer: ReturnType<typeof setTimeout>;
      const end = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new BrowserAuthError('request_timed_out', options?.correlationId ?? ''));
        }, TIME_LIMIT_MS);
      });
      return Promise.race([send<T>(url, options), end]).finally(() => {
        clearTimeout(timer);
      });
    };
  }
}
