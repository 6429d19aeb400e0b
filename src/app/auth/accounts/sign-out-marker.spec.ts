import { exampleSettings } from '../../settings/example-settings';
import { isSignedOutSince, setSignOutMarker } from './sign-out-marker';

const id = '11111111-aaaa.22222222-bbbb';

describe('sign-out marker', () => {
  let written: string;

  beforeEach(() => {
    written = '';
    spyOnProperty(document, 'cookie', 'get').and.callFake(
      () => `a=1; ${written.split(';')[0] ?? ''}; b=2`,
    );
    spyOnProperty(document, 'cookie', 'set').and.callFake((text) => (written = text));
    jasmine.clock().install().mockDate(new Date(5_000));
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('returns whether an account was signed out after a time', async () => {
    await setSignOutMarker(exampleSettings, id);

    expect(await isSignedOutSince(exampleSettings, id, 4_999)).toBeTrue();
    expect(await isSignedOutSince(exampleSettings, id, 5_000)).toBeFalse();
  });

  it('F46: ignores a sign-out in the future, after the clock was set back', async () => {
    await setSignOutMarker(exampleSettings, id);
    jasmine.clock().mockDate(new Date(4_999));

    expect(await isSignedOutSince(exampleSettings, id, 4_000)).toBeFalse();
  });

  it('ignores another account, and a value that is no time', async () => {
    await setSignOutMarker(exampleSettings, id);

    expect(await isSignedOutSince(exampleSettings, 'somebody.else', 0)).toBeFalse();

    written = written.replace('5000', 'x');

    expect(await isSignedOutSince(exampleSettings, id, 0)).toBeFalse();
  });

  it('identifies nobody, expires after a day, and is SameSite', async () => {
    await setSignOutMarker(exampleSettings, id);

    expect(written).toMatch(
      /^app\.out\.\d{1,20}=5000; Path=\/; Max-Age=86400; SameSite=Strict; Secure$/,
    );
  });
});
