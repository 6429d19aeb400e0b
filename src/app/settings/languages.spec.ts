import { inLanguage } from './languages';

describe('inLanguage', () => {
  it('keeps the page, its query and its fragment', () => {
    expect(inLanguage('/', 'de', '/mail?folder=inbox#top')).toBe('/de/mail?folder=inbox#top');
    expect(inLanguage('/portal/', 'ar', '/')).toBe('/portal/ar/');
  });

  it('has English at the root', () => {
    expect(inLanguage('/portal/', 'en', '/mail')).toBe('/portal/mail');
  });
});
