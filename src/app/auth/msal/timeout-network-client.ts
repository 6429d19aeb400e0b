import {
  BrowserAuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-browser';

const TIMEOUT_MS = 20_000;
const RETRY_DELAY_MS = 100;

/**
 * Sends MSAL's requests with a timeout of 20 seconds (`request_timed_out`), because MSAL's own client waits for ever.
 * @see https://learn.microsoft.com/entra/msal/javascript/browser/configuration, `system.networkClient`
 */
export class TimeoutNetworkClient implements INetworkModule {
  sendGetRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    return send(url, { method: 'GET', ...headersOf(options) }, 'get_request_failed', options);
  }

  /** Retries once, as MSAL's client does: a kept-alive connection may fail at its next use. */
  async sendPostRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const init = { method: 'POST', body: options?.body ?? '', ...headersOf(options) };
    try {
      return await send<T>(url, init, 'post_request_failed', options);
    } catch (error) {
      if ((error as BrowserAuthError).errorCode !== 'post_request_failed') throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
      return send(url, init, 'post_request_failed', options);
    }
  }
}

/** @throws BrowserAuthError `request_timed_out`, `no_network_connectivity`, `failed_to_parse_response` or `failure` */
async function send<T>(
  url: string,
  init: RequestInit,
  failure: string,
  options: NetworkRequestOptions | undefined,
): Promise<NetworkResponse<T>> {
  const errorOf = (code: string) => new BrowserAuthError(code, options?.correlationId ?? '');
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort();
  }, TIMEOUT_MS);
  let parsing = false;
  try {
    const response = await fetch(url, { ...init, signal: timeout.signal });
    parsing = true;
    const body = (await response.json()) as T;
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch {
    if (timeout.signal.aborted) throw errorOf('request_timed_out');
    if (parsing) throw errorOf('failed_to_parse_response');
    throw errorOf(navigator.onLine ? failure : 'no_network_connectivity');
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(options: NetworkRequestOptions | undefined): Pick<RequestInit, 'headers'> {
  return options?.headers ? { headers: options.headers } : {};
}
