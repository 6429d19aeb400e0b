import { fetchConfig } from './app/fetch-config';
import { tendLanding } from './app/landing';
import { showLoadFailure } from './app/load-failure';
import { hasSession, pageLoad } from './app/page-load';
import type { StartedMsal } from './app/auth/start-msal';

/**
 * Decides what this page load needs, then loads that and nothing else. The build puts this script into
 * the head of every page (tools/finish-build.ts): it costs no request, and it runs before anything is
 * painted, so that nothing wrong is ever seen. It imports nothing that another chunk needs too, which
 * would be a request again.
 */

const root = document.documentElement;
const load = pageLoad(window);

/**
 * Whether the settings that the browser has kept will do: a session goes on with those it began with, and
 * an answer belongs to those its sign-in began with. In development they are always asked for.
 */
const keepsSettings =
  load === 'answer' || (document.querySelector('meta[name=app]') !== null && hasSession(window));
const cache = keepsSettings ? 'force-cache' : 'no-cache';

/** Loads MSAL and Angular side by side; MSAL has something to ask for first. */
async function startApp(): Promise<void> {
  root.dataset['starting'] = load;
  preload('sign-in', 'app');
  try {
    const msal = startMsal();
    // The code is redeemed while Angular is run, rather than after it. `boot` reports a failure.
    const ready = msal.then(nextTask, () => undefined);
    if (load === 'answer') await ready;
    const { boot } = await import('./app/boot');
    // To evaluate that was one long task: the browser may paint before the next.
    await nextTask();
    await parsed();
    await boot(msal, load !== 'page' && load !== 'answer');
  } catch {
    await parsed();
    showLoadFailure(document);
  }
  delete root.dataset['starting'];
  if (keepsSettings && load !== 'answer') bringSettingsUpToDate();
}

async function signIn(returnUrl: string): Promise<boolean> {
  const msal = startMsal();
  const { signInFromLanding } = await import('./app/auth/start-msal');
  return signInFromLanding(await msal, returnUrl);
}

let started: Promise<StartedMsal> | undefined;
let config: Promise<Response> | undefined;

/** Settings and MSAL, once for a page load; what did not succeed is tried again when it is asked for again. */
function startMsal(): Promise<StartedMsal> {
  if (!started) {
    started = startAnew();
    started.catch(() => (started = undefined));
  }
  return started;
}

async function startAnew(): Promise<StartedMsal> {
  preload('sign-in');
  const response = config ?? fetchConfig(cache);
  config = undefined;
  response.catch(() => undefined);
  const module = await import('./app/auth/start-msal');
  return module.startMsal(response, keepsSettings);
}

/** What has changed holds from the next page load on. */
function bringSettingsUpToDate(): void {
  fetchConfig('no-cache').catch(() => undefined);
}

/** Fetches what a sign-in and the way back will need, without running or even reading any of it. */
function prefetch(): void {
  for (const href of chunks('sign-in', 'app')) addLink('prefetch', href);
  if (started) return;
  config ??= fetchConfig(cache);
  config.catch(() => (config = undefined));
}

/** Runs what a sign-in needs, so that the click that is about to come finds it ready. */
function warmUp(): void {
  startMsal().catch(() => undefined);
}

/** The build names the chunks in `<meta name="sign-in">` and `<meta name="app">`; `ng serve` does not. */
function chunks(...names: string[]): string[] {
  return names.flatMap(
    (name) =>
      document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content.split(' ') ?? [],
  );
}

function preload(...names: string[]): void {
  for (const href of chunks(...names)) addLink('modulepreload', href);
}

function addLink(rel: string, href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel, href }));
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else
      document.addEventListener('DOMContentLoaded', () => {
        resolve();
      });
  });
}

async function saySigningIn(): Promise<void> {
  await parsed();
  const text = document.createElement('p');
  text.className = 'loading';
  text.setAttribute('role', 'status');
  text.textContent = 'Signing you in…';
  document.querySelector('main')?.replaceChildren(text);
}

/**
 * A page that the browser brings back from its memory (Back, Forward) is loaded anew. It would show what
 * was on it, a signed-out person's profile included, and MSAL in it would still wait for a redirect. Until
 * the new one is there, nothing is shown.
 * @see https://web.dev/articles/bfcache
 */
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  root.hidden = true;
  window.location.reload();
});

if (load === 'answer') void saySigningIn();
if (load === 'landing') tendLanding(window, { signIn, startApp, prefetch, warmUp });
else void startApp();
