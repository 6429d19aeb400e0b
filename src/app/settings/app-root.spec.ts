import { appRoot, siteRoot } from './app-root';
import { readSettings } from './read-settings';

describe('appRoot', () => {
  const documentWith = (href?: string) => {
    const base = href === undefined ? null : { getAttribute: () => href };
    return { querySelector: () => base, location } as unknown as Document;
  };

  it('is the root of the origin for a page without <base>, wherever that page is', () => {
    expect(appRoot(documentWith()).href).toBe(`${location.origin}/`);
  });

  it('is the sub-path that the build was made for', () => {
    expect(appRoot(documentWith('/portal/')).href).toBe(`${location.origin}/portal/`);
  });

  it('is where the pages of a sign-in are', () => {
    const settings = readSettings(
      { clientId: '00001111-aaaa-2222-bbbb-3333cccc4444', cloud: 'global', tenant: 'common' },
      new URL('https://app.example/portal/'),
    );

    expect(settings.basePath).toBe('/portal/');
    expect(settings.redirectUri).toBe('https://app.example/portal/');
    expect(settings.silentRedirectUri).toBe('https://app.example/portal/redirect.html');
    expect(settings.postLogoutRedirectUri).toBe('https://app.example/portal/');
  });
});

describe('siteRoot', () => {
  const portal = (path: string) => new URL(`https://app.example/portal/${path}`);
  const inLanguage = (lang: string) => ({ documentElement: { lang } }) as Document;

  it('is the root without the folder of the language', () => {
    expect(siteRoot(portal('de/'), inLanguage('de')).pathname).toBe('/portal/');
  });

  it('is the root itself in English, and for a folder that is no language of the page', () => {
    expect(siteRoot(portal(''), inLanguage('en')).pathname).toBe('/portal/');
    expect(siteRoot(portal('en/'), inLanguage('en')).pathname).toBe('/portal/en/');
    expect(siteRoot(portal('ja/'), inLanguage('de')).pathname).toBe('/portal/ja/');
  });

  it('keeps one session and one bridge page for all languages', () => {
    const settings = readSettings(
      { clientId: '00001111-aaaa-2222-bbbb-3333cccc4444', cloud: 'global', tenant: 'common' },
      portal('de/'),
      portal(''),
    );

    expect(settings.storagePath).toBe('/portal/');
    expect(settings.redirectUri).toBe('https://app.example/portal/de/');
    expect(settings.silentRedirectUri).toBe('https://app.example/portal/redirect.html');
  });
});
