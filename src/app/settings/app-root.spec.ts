import { appRoot } from './app-root';
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
