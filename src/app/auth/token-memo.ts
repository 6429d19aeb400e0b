import type { AuthenticationResult, SilentRequest } from '@azure/msal-browser';

/** MSAL renews a token this long before it ends; what is remembered ends with it. */
const RENEWAL_OFFSET_MS = 300_000;

/** All that a request may have in it to be answered from memory: claims, for one, ask for another token. */
const PLAIN = new Set(['account', 'scopes', 'redirectUri']);

/**
 * The last token. MSAL's own look-up in storage takes half a millisecond, twice a call. Never answers for another
 * account or other permissions, nor once MSAL would renew the token; whoever changes what MSAL holds has to call
 * `forget`.
 */
export class TokenMemo {
  private kept: { readonly key: string; readonly result: AuthenticationResult } | undefined;
  private timesForgotten = 0;

  /**
   * @param now milliseconds since 1970
   * @returns undefined when MSAL has to be asked
   */
  find(request: SilentRequest, now: number): AuthenticationResult | undefined {
    const { kept } = this;
    if (!kept || kept.key !== keyOf(request)) return undefined;
    return now < usableUntil(kept.result) ? kept.result : undefined;
  }

  /**
   * To be called when MSAL is asked.
   *
   * @returns what keeps the answer, unless `forget` was called meanwhile
   */
  await(request: SilentRequest): (result: AuthenticationResult) => void {
    const { timesForgotten } = this;
    const key = keyOf(request);
    return (result) => {
      if (timesForgotten !== this.timesForgotten) return;
      this.kept = key === undefined ? undefined : { key, result };
    };
  }

  /** To be called when accounts or tokens may have changed. */
  forget(): void {
    this.kept = undefined;
    this.timesForgotten++;
  }
}

function keyOf({ account, scopes, ...rest }: SilentRequest): string | undefined {
  const isPlain = Object.keys(rest).every((field) => PLAIN.has(field));
  return isPlain && account ? [account.homeAccountId, ...scopes].join(' ') : undefined;
}

function usableUntil({ expiresOn, refreshOn }: AuthenticationResult): number {
  if (!expiresOn) return 0;
  const renewal = expiresOn.getTime() - RENEWAL_OFFSET_MS;
  return refreshOn ? Math.min(renewal, refreshOn.getTime()) : renewal;
}
