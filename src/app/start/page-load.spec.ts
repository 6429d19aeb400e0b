import { pageLoad, returnPath } from './page-load';

interface Page {
  prerendered?: boolean;
  hash?: string;
  search?: string;
  session?: Record<string, string>;
  local?: Record<string, string>;
  base?: string;
  pathname?: string;
}

/** The parts of a window that `pageLoad` reads. */
function page({ prerendered = true, hash = '', search = '', ...more }: Page): Window {
  const { session, local, base, pathname = '/' } = more;
  return {
    document: {
      documentElement: { dataset: prerendered ? { prerendered: '' } : {} },
      querySelector: () => (base ? { getAttribute: () => base } : null),
    },
    location: { hash, search, pathname },
    sessionStorage: session ?? {},
    localStorage: local ?? {},
  } as unknown as Window;
}

const accounts = { 'app|client|/|adele.contoso|signed-in': '1' };
const inPortal = { 'app|client|/portal/|adele.contoso|signed-in': '1' };

describe('pageLoad', () => {
  const cases: [string, Page, string][] = [
    ['somebody who is not signed in', {}, 'landing'],
    ['somebody who signed out before', { session: { 'msal.version': '5.29.0' } }, 'landing'],
    ['somebody who is signed in, in this tab', { session: accounts }, 'session'],
    ['somebody who is signed in, in every tab', { local: accounts }, 'session'],
    ['a session of an app at another path', { session: inPortal }, 'landing'],
    ['a session of this app at its path', { base: '/portal/', session: inPortal }, 'session'],
    ['a session of another MSAL app', { session: { 'msal.3.account.keys': '["a"]' } }, 'landing'],
    ['a draft of somebody', { session: { 'app|client|/|adele|draft.x': 'x' } }, 'landing'],
    ['the answer of a sign-in', { hash: '#code=c&client_info=i&state=s' }, 'response'],
    ['an answer that is a refusal', { hash: '#error=access_denied&state=s' }, 'response'],
    ['an answer beside a session', { hash: '#code=c&state=s', session: accounts }, 'response'],
    ['the way back from signing out', { search: '?state=s' }, 'signed-out'],
    ['a place on the page', { hash: '#how' }, 'landing'],
    ['a page that was not prerendered', { prerendered: false, session: accounts }, 'page'],
  ];
  for (const [title, window, expected] of cases) {
    it(`returns ${expected} for ${title}`, () => {
      expect(pageLoad(page(window))).toBe(expected as ReturnType<typeof pageLoad>);
    });
  }

  it('F22: treats a browser that refuses storage as one without a session', () => {
    const window = page({});
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });

    expect(pageLoad(window)).toBe('landing');
  });
});

describe('returnPath', () => {
  const at = (hash: string) => page({ pathname: '/mail/1', hash });

  it('is the path of the page', () => {
    expect(returnPath(at(''), 'page')).toBe('/mail/1');
  });

  it('is relative to the base path', () => {
    const window = page({ base: '/portal/', pathname: '/portal/mail/1' });

    expect(returnPath(window, 'page')).toBe('/mail/1');
  });

  it('is the return URL of a response', () => {
    expect(returnPath(at('#code=c&state=eyJ9%7C%2Fprofile%3Fx%3D1'), 'response')).toBe(
      '/profile?x=1',
    );
  });

  it('is empty for a response without a state', () => {
    expect(returnPath(at('#code=c'), 'response')).toBe('');
  });
});
