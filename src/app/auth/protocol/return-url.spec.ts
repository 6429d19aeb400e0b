import { returnUrl } from './return-url';

describe('returnUrl', () => {
  for (const path of ['/', '/profile', '/profile?tab=1&x=https://a.example#phone']) {
    it(`accepts ${path}`, () => {
      expect(returnUrl(path)).toBe(path);
    });
  }

  const foreign = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/x\\y',
    'profile',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a b',
    '',
    undefined,
    null,
  ];
  for (const text of foreign) {
    it(`S18: refuses ${JSON.stringify(text)}`, () => {
      expect(returnUrl(text)).toBeUndefined();
    });
  }
});
