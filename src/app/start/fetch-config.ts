/**
 * Requests `config.json`, for ten seconds. The answer comes with its body read: the time limit holds for
 * a body as well, and what is fetched ahead may be read much later.
 *
 * @returns the response, its body read already
 * @throws TypeError when there is no network, TimeoutError after ten seconds
 */
export async function fetchConfig(basePath: string, cache: RequestCache): Promise<Response> {
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(`${basePath}config.json`, { cache, signal });
  return new Response(await response.blob(), response);
}
