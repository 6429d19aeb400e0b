/**
 * Requests `config.json`. The body is read here, so that the timeout of ten seconds holds for it too.
 * @throws TypeError without a network, TimeoutError
 */
export async function fetchConfig(sitePath: string, cache: RequestCache): Promise<Response> {
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(`${sitePath}config.json`, { cache, signal });
  return new Response(await response.blob(), response);
}
