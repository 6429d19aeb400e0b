import { begin } from './begin';
import { forgetRedirects } from './redirect-breaker';
import { signInRequest } from './sign-in-request';

/**
 * Leaves the landing page to sign in, with nothing of Angular loaded.
 *
 * @param config answer to the request for `/config.json`
 * @param returnUrl path in this app to come back to
 * @throws what `begin` throws, and what MSAL throws when it cannot leave
 */
export async function signInFromLanding(
  config: Promise<Response>,
  returnUrl: string,
): Promise<boolean> {
  const { settings, msal } = await begin(config);
  if (settings.interaction === 'popup') return false;
  // Clears what a sign-in that was given up has left behind; it would pass for one under way.
  await msal.handleRedirectPromise();
  forgetRedirects();
  await msal.loginRedirect(signInRequest(settings, returnUrl));
  return true;
}
