/** The parameters by which MSAL recognizes a response. */
const RESPONSE_PARAMETERS = ['code', 'error', 'error_description', 'ear_jwe', 'state'];

/**
 * Hides a person's own fragment, such as `#code=5`, from MSAL, which clears whatever looks like a response.
 * @returns restores it, unless somebody has navigated meanwhile
 */
export function hideFragment(): () => void {
  const { hash } = window.location;
  const parameters = new URLSearchParams(hash.slice(1));
  if (!RESPONSE_PARAMETERS.some((name) => parameters.has(name))) return () => undefined;
  const replace = (address: string) => {
    window.history.replaceState(window.history.state, '', address);
  };
  const page = window.location.pathname + window.location.search;
  replace(page);
  return () => {
    const { pathname, search, hash: now } = window.location;
    if (pathname + search === page && now === '') replace(page + hash);
  };
}
