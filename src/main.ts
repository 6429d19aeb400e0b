import { tendLanding } from './app/landing';
import { showLoadFailure } from './app/load-failure';
import { pageLoad } from './app/page-load';

/**
 * Decides what this page load needs, then loads that and nothing else. The build puts this script into
 * the prerendered landing page itself (tools/finish-build.ts), before its body, so that nothing wrong is
 * ever seen; every other page loads it as a file. It imports nothing that another chunk needs too,
 * because that would cost the landing page a request.
 */

const root = document.documentElement;
const load = pageLoad(window);

/** Loads MSAL and Angular side by side, and begins with what MSAL has to ask for. */
async function startApp(): Promise<void> {
  root.dataset['starting'] = load;
  const config = fetchConfig();
  try {
    const { begin } = await import('./app/auth/begin');
    const beginning = begin(config);
    beginning.catch(() => undefined);
    const { boot } = await import('./app/boot');
    await boot(beginning, load !== 'page' && load !== 'answer');
  } catch {
    showLoadFailure(document);
  }
  delete root.dataset['starting'];
}

async function signIn(returnUrl: string): Promise<boolean> {
  const config = fetchConfig();
  const { signInFromLanding } = await import('./app/auth/sign-in-from-landing');
  return signInFromLanding(config, returnUrl);
}

/** An answer belongs to the settings its sign-in began with: what the browser has kept of them will do. */
function fetchConfig(): Promise<Response> {
  const response = fetch('/config.json', {
    cache: load === 'answer' ? 'force-cache' : 'no-cache',
    signal: AbortSignal.timeout(10_000),
  });
  // It is awaited only once the code that does so is there.
  response.catch(() => undefined);
  return response;
}

/** The chunks are named by the build. Loaded as modules they are compiled, and run only when imported. */
function prefetch(): void {
  const chunks = document.querySelector<HTMLMetaElement>('meta[name=chunks]');
  chunks?.remove();
  for (const href of chunks?.content.split(' ') ?? []) {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href });
    link.fetchPriority = 'low';
    document.head.append(link);
  }
}

/**
 * A page that the browser brings back from its memory (Back, Forward) is loaded anew. It would show what
 * was on it, a signed-out person's profile included, and MSAL in it would still wait for a redirect.
 * @see https://web.dev/articles/bfcache
 */
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

if (load === 'answer') {
  document.addEventListener('DOMContentLoaded', () => {
    const text = document.createElement('p');
    text.className = 'loading';
    text.setAttribute('role', 'status');
    text.textContent = 'Signing you in…';
    document.querySelector('main')?.replaceChildren(text);
  });
}
if (load === 'landing') tendLanding(window, { signIn, startApp, prefetch });
else void startApp();
