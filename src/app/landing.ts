import { hasSession } from './page-load';

/** What the landing page can have done for it. */
export interface LandingActions {
  /** Leaves for Entra ID; false when this deployment signs in by popup, which is the app's to open. */
  readonly signIn: (returnUrl: string) => Promise<boolean>;
  /** Loads the whole app into this page. */
  readonly startApp: () => Promise<void>;
  /** Fetches the parts of the app that signing in and coming back need, without running them. */
  readonly prefetch: () => void;
  /** Makes ready to sign in: a hand is on its way to the link. */
  readonly warmUp: () => void;
}

/** How long the page is left to itself after it has loaded, before anything is fetched for what may come. */
const IDLE_AFTER_MS = 1_000;

/**
 * Sees to the prerendered landing page while nothing of the app is loaded. "Sign in" is a link to the
 * guarded profile; here a click on it fetches MSAL alone and leaves at once. When that does not work the
 * link does what a link does, and the page it leads to says what is wrong.
 */
export function tendLanding(window: Window, actions: LandingActions): void {
  const { document } = window;
  let isLeaving = false;
  let hasLeft = false;

  const signInLink = (event: Event) =>
    (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href="/profile"]');

  /** Puts back what was rendered: Angular takes a page over only as it rendered it. */
  let unsay = (): void => undefined;
  const say = (text: string) => {
    unsay();
    const status = document.querySelector('p[role=status]');
    if (!status) return;
    const rendered = [...status.childNodes];
    status.textContent = text;
    unsay = () => {
      status.replaceChildren(...rendered);
    };
  };

  const leave = async (link: HTMLAnchorElement): Promise<void> => {
    isLeaving = true;
    say('Taking you to Microsoft Entra ID…');
    try {
      if (await actions.signIn('/profile')) return;
      await stop();
      link.click();
    } catch {
      // On Back from Entra ID, MSAL gives up a sign-in that did leave; main.ts loads this page anew then.
      if (!hasLeft) window.location.assign(link.href);
    }
  };

  let wanted: HTMLAnchorElement | undefined;
  const goOn = () => {
    if (wanted && !isLeaving) void leave(wanted);
  };

  const onClick = (event: MouseEvent) => {
    const link = signInLink(event);
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isLeaving) return;
    wanted = link;
    if (window.navigator.onLine) goOn();
    else {
      say('You are offline. Sign-in goes on when the connection is back.');
      window.addEventListener('online', goOn, { once: true });
    }
  };

  const onIntent = (event: Event) => {
    if (signInLink(event)) actions.warmUp();
  };
  const intents = ['pointerover', 'pointerdown', 'focusin'] as const;

  /** Another tab has signed somebody in: the page becomes theirs. */
  const onStorage = () => {
    if (hasSession(window) && !isLeaving) void stop();
  };

  function stop(): Promise<void> {
    document.removeEventListener('click', onClick);
    for (const intent of intents) document.removeEventListener(intent, onIntent);
    window.removeEventListener('storage', onStorage);
    unsay();
    return actions.startApp();
  }

  window.addEventListener('pagehide', () => (hasLeft = true));
  document.addEventListener('click', onClick);
  for (const intent of intents) document.addEventListener(intent, onIntent, { passive: true });
  window.addEventListener('storage', onStorage);
  prefetchWhenIdle(window, actions.prefetch);
}

/** Calls once the page has been loaded and idle; never where the person asked for little data. */
function prefetchWhenIdle(window: Window, prefetch: () => void): void {
  const { connection } = window.navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  window.addEventListener('load', () => {
    setTimeout(() => {
      // Safari has no requestIdleCallback.
      if ('requestIdleCallback' in window) window.requestIdleCallback(prefetch);
      else prefetch();
    }, IDLE_AFTER_MS);
  });
}
