import { isOrigin, plainAddress, userInfoRemedy } from './plain-address';

describe('plainAddress', () => {
  for (const text of ['https://a.example/t', 'https://A.example:8443/t', 'https://a.example']) {
    it(`accepts ${text}`, () => {
      expect(plainAddress(text, 'https:')?.protocol).toBe('https:');
    });
  }

  for (const text of [
    'http://a.example/t',
    'https:/a.example/t',
    'https:a.example/t',
    'https://a.example\\t',
    'https://a.example/t?',
    'https://a.example/t#',
    'https://a.example/ t',
    'https://a.example/\tt',
    'https://a。example/t',
    'https://a.example:99999/t',
    'https://login.example@evil.example/t',
    'https://@evil.example/t',
  ]) {
    it(`refuses ${JSON.stringify(text)}, which leads to another host than it shows`, () => {
      expect(plainAddress(text, 'https:')).toBeUndefined();
    });
  }
});

describe('isOrigin', () => {
  it('accepts an origin and nothing after it', () => {
    expect(isOrigin('https://a.example', 'https:')).toBeTrue();
    expect(isOrigin('https://a.example/', 'https:')).toBeFalse();
    expect(isOrigin('https://a.example/v1.0', 'https:')).toBeFalse();
  });
});

describe('userInfoRemedy', () => {
  for (const text of [
    'https://login.microsoftonline.com@evil.example/x',
    'https://a:b@evil.example/x',
    'https:login.example@evil.example?x',
    'login.example@evil.example',
  ]) {
    it(`says where ${text} leads`, () => {
      expect(userInfoRemedy(text)).toContain('This leads to "evil.example"');
    });
  }

  it('ignores an @ in a path', () => {
    expect(userInfoRemedy('https://a.example/@t')).toBeUndefined();
  });
});
