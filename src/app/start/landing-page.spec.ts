import { LandingPage } from './landing-page';

describe('LandingPage', () => {
  let frame: HTMLIFrameElement;
  let page: Document;
  let target: EventTarget;
  let navigator: { onLine: boolean; connection?: { saveData: boolean } };
  let went: string[];
  let sessionStorage: Record<string, string>;
  let signIn: jasmine.Spy<(returnUrl: string) => Promise<boolean>>;
  let startApp: jasmine.Spy<() => Promise<void>>;
  let prefetch: jasmine.Spy;
  let preloadSignIn: jasmine.Spy;

  beforeEach(() => {
    frame = document.body.appendChild(document.createElement('iframe'));
    page = frame.contentDocument ?? document;
    const link = page.createElement('a');
    link.href = '/profile';
    link.append('Sign in');
    const status = page.createElement('p');
    status.setAttribute('role', 'status');
    page.body.append(link, status);
    target = new EventTarget();
    navigator = { onLine: true };
    went = [];
    sessionStorage = {};
    signIn = jasmine.createSpy('signIn').and.resolveTo(true);
    startApp = jasmine.createSpy('startApp').and.resolveTo();
    prefetch = jasmine.createSpy('prefetch').and.resolveTo(false);
    preloadSignIn = jasmine.createSpy('preloadSignIn');
  });

  afterEach(() => {
    frame.remove();
  });

  function connect(): void {
    const window = {
      document: page,
      navigator,
      sessionStorage,
      localStorage: {},
      location: { assign: (url: string) => went.push(new URL(url).pathname) },
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
      requestIdleCallback: (callback: () => void) => {
        callback();
      },
    };
    new LandingPage(window as unknown as Window, {
      signIn,
      startApp,
      prefetch,
      preloadSignIn,
    }).connect();
  }

  /** Clicks as a person does; whether the browser would follow the link. */
  function click(options: MouseEventInit = {}): boolean {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...options });
    let follows = false;
    page.addEventListener(
      'click',
      () => {
        follows = !event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    page.querySelector('a')?.dispatchEvent(event);
    return follows;
  }

  const status = () => page.querySelector('p')?.textContent;
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('signs in without the app, with a status, and returns to the profile', () => {
    connect();

    expect(click()).toBeFalse();
    expect(signIn).toHaveBeenCalledOnceWith('/profile');
    expect(status()).toBe('Taking you to Microsoft Entra ID…');
    expect(startApp).not.toHaveBeenCalled();
  });

  it('F37: signs in once however often it is clicked', () => {
    connect();
    click();

    expect(click()).toBeFalse();
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('leaves a click for another tab to the browser', () => {
    connect();

    for (const options of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { button: 1 },
    ]) {
      expect(click(options)).toBeTrue();
    }
    expect(signIn).not.toHaveBeenCalled();
  });

  it('F26: follows the link when a sign-in cannot start', async () => {
    signIn.and.rejectWith(new TypeError('Failed to fetch dynamically imported module'));
    connect();
    click();
    await settled();

    expect(went).toEqual(['/profile']);
  });

  it('F39: does not navigate when Back from Entra ID cancels the sign-in', async () => {
    let giveUp = (): void => undefined;
    signIn.and.returnValue(
      new Promise((_, reject) => {
        giveUp = () => {
          reject(new Error('user_cancelled'));
        };
      }),
    );
    connect();
    click();

    target.dispatchEvent(new Event('pagehide'));
    giveUp();
    await settled();

    expect(went).toEqual([]);
  });

  it('starts the app and clicks its link when it signs in by popup', async () => {
    page.addEventListener('click', (event) => {
      event.preventDefault();
    });
    signIn.and.resolveTo(false);
    connect();
    click();
    await settled();

    expect(startApp).toHaveBeenCalledTimes(1);
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('F27: waits while the browser is offline, with a status, and resumes when it is online', () => {
    navigator.onLine = false;
    connect();
    click();
    click();

    expect(status()).toMatch(/^You are offline/);
    expect(signIn).not.toHaveBeenCalled();

    navigator.onLine = true;
    target.dispatchEvent(new Event('online'));

    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('preloads the sign-in on pointerover or focus, and not before', () => {
    connect();

    expect(preloadSignIn).not.toHaveBeenCalled();

    page.querySelector('a')?.dispatchEvent(new Event('pointerover', { bubbles: true }));

    expect(preloadSignIn).toHaveBeenCalledTimes(1);
  });

  it('starts the app when another tab signs in', () => {
    connect();
    target.dispatchEvent(new Event('storage'));

    expect(startApp).not.toHaveBeenCalled();

    sessionStorage['app|client|/|adele.contoso|signed-in'] = '1';
    target.dispatchEvent(new Event('storage'));

    expect(startApp).toHaveBeenCalledTimes(1);
  });

  describe('once it has loaded', () => {
    beforeEach(() => {
      jasmine.clock().install();
    });

    afterEach(() => {
      jasmine.clock().uninstall();
    });

    const load = () => {
      connect();
      target.dispatchEvent(new Event('load'));
    };

    it('prefetches a second later', () => {
      load();
      jasmine.clock().tick(999);

      expect(prefetch).not.toHaveBeenCalled();

      jasmine.clock().tick(1);

      expect(prefetch).toHaveBeenCalledTimes(1);
    });

    it('starts the app when the settings ask for it', async () => {
      prefetch.and.resolveTo(true);
      load();
      jasmine.clock().tick(1_000);
      await Promise.resolve();

      expect(startApp).toHaveBeenCalledTimes(1);
    });

    it('does not start the app over a sign-in that a person has begun', async () => {
      prefetch.and.resolveTo(true);
      load();
      click();
      jasmine.clock().tick(1_000);
      await Promise.resolve();

      expect(startApp).not.toHaveBeenCalled();
    });

    it('does not prefetch with the data saver on', () => {
      navigator.connection = { saveData: true };
      load();
      jasmine.clock().tick(60_000);

      expect(prefetch).not.toHaveBeenCalled();
    });
  });
});
