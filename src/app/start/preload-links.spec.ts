import { PreloadLinks } from './preload-links';

describe('PreloadLinks', () => {
  let frame: HTMLIFrameElement;
  let page: Document;

  const links = () =>
    [...page.querySelectorAll('link')].map((link) => `${link.rel} ${link.getAttribute('href')}`);
  const writeMeta = (chunks: object) => {
    const meta = page.createElement('meta');
    meta.name = 'chunks';
    meta.content = JSON.stringify(chunks);
    page.head.append(meta);
  };

  beforeEach(() => {
    frame = document.body.appendChild(document.createElement('iframe'));
    page = frame.contentDocument ?? document;
    writeMeta({ app: ['/a.js', '/b.js'], mail: ['/m.js'] });
  });

  afterEach(() => {
    frame.remove();
  });

  it('preloads the chunks of a name, each once', () => {
    const preload = new PreloadLinks(page);
    preload.preload('app');
    preload.preload('app');

    expect(links()).toEqual(['modulepreload /a.js', 'modulepreload /b.js']);
  });

  it('prefetches at low priority', () => {
    new PreloadLinks(page).prefetch('mail');

    expect(links()).toEqual(['prefetch /m.js']);
  });

  for (const path of ['/mail', '/mail/42', '/mail?x=1', '/mail#top', '/mail;a=b'])
    it(`finds the page of ${path}`, () => {
      new PreloadLinks(page).preloadPage(path);

      expect(links()).toEqual(['modulepreload /m.js']);
    });

  for (const path of ['/', '', '/mailbox', '/toString', '/a/mail'])
    it(`preloads nothing for ${path || 'no path'}`, () => {
      new PreloadLinks(page).preloadPage(path);

      expect(links()).toEqual([]);
    });

  it('preloads nothing without names from the build', () => {
    page.head.replaceChildren();
    new PreloadLinks(page).preload('app');

    expect(links()).toEqual([]);
  });
});
