import { stateBegunAt } from '../testing/fake-msal';
import {
  isRecentResponse,
  isResponse,
  isReturnFromSignOut,
  parseReturnUrl,
} from './authorization-response';

describe('parseReturnUrl', () => {
  it('returns the path after MSAL’s own part of state', () => {
    expect(parseReturnUrl('#error=access_denied&state=eyJpZCI6MX0%3D%7C%2Fprofile%3Fx%3D1')).toBe(
      '/profile?x=1',
    );
  });

  it('S18: refuses another site in state', () => {
    expect(parseReturnUrl('#state=abc%7Chttps%3A%2F%2Fevil.example')).toBeUndefined();
  });

  it('returns undefined for a fragment that is no response', () => {
    expect(parseReturnUrl('#phone')).toBeUndefined();
  });
});

describe('isReturnFromSignOut', () => {
  const page = 'https://app.example/';

  it('recognizes the return from a sign-out by its state', () => {
    const state = encodeURIComponent(stateBegunAt(0));

    expect(isReturnFromSignOut(`${page}?state=${state}`, page)).toBeTrue();
    expect(isReturnFromSignOut(`${page}profile?state=${state}`, page)).toBeFalse();
  });

  for (const href of [
    'https://app.example/',
    'https://app.example/?state=WA',
    'https://app.example/?state=eyJ9',
    'https://app.example/?state=CA&tab=1',
    'https://app.example/profile?state=CA',
  ]) {
    it(`does not recognize ${href}`, () => {
      expect(isReturnFromSignOut(href, page)).toBeFalse();
    });
  }
});

describe('isResponse', () => {
  const state = encodeURIComponent(stateBegunAt(0));

  for (const fragment of ['#code=c', '#error=access_denied']) {
    it(`recognizes ${fragment} with a state of MSAL's`, () => {
      expect(isResponse(`${fragment}&state=${state}`)).toBeTrue();
    });
  }

  for (const fragment of [
    '',
    '#phone',
    '#state=CA',
    '#code=5',
    '#a=1&code=5',
    '#code=5&state=WA',
    '#error=3&state=',
    `#code=5&state=${btoa('null')}`,
    `#code=5&state=${btoa('{"id":1}')}`,
    `#code=5&state=${btoa('{"id":"WA"}')}`,
  ]) {
    it(`does not recognize ${fragment || 'an empty fragment'}`, () => {
      expect(isResponse(fragment)).toBeFalse();
    });
  }
});

describe('isRecentResponse', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const minutes = 60_000;
  const answerTo = (state: string) => `#code=1&state=${encodeURIComponent(state)}`;

  it('recognizes the response to a sign-in of some minutes ago', () => {
    expect(isRecentResponse(answerTo(stateBegunAt(now - 10 * minutes)), now)).toBeTrue();
  });

  it('F20: recognizes a response from the history by its age', () => {
    expect(isRecentResponse(answerTo(stateBegunAt(now - 61 * minutes)), now)).toBeFalse();
  });

  for (const state of ['none', '', 'e30=|/profile', btoa('{"id":"x"}'), btoa('null')]) {
    it(`does not recognize a response with a state like "${state}"`, () => {
      expect(isRecentResponse(answerTo(state), now)).toBeFalse();
    });
  }
});
