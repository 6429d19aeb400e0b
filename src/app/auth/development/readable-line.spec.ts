import { CacheLookupPolicy, LogLevel, PublicClientApplication, version } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { adele } from '../testing/fake-msal';
import { readableLine, readableVersions } from './readable-line';

const head = '[Sun, 22 Nov 2026 12:00:00 GMT] : [c0] : msal.js.browser@5.29.0 : Verbose';

describe('readableLine', () => {
  it('puts the text in place of the hash', () => {
    expect(readableLine(`${head} - 0lz9hf`)).toBe(`${head} - loginRedirect called`);
  });

  it('puts the values where the text names them', () => {
    expect(readableLine(`${head} - 15jpwk 7 msal:loginSuccess`)).toBe(
      `${head} - Emitting event to callback '7': 'msal:loginSuccess'`,
    );
  });

  it('leaves the name of a value that did not come', () => {
    expect(readableLine(`${head} - 15jpwk 7`)).toContain("'7': '${message.eventType}'");
  });

  it('gives all that is left to the last value', () => {
    expect(readableLine(`${head} - 1578i0 one two`)).toContain("id: 'one two' is already");
  });

  for (const line of [`${head} - plain words`, `${head} - zzzzzz`, 'anything']) {
    it(`leaves "${line.slice(-14)}" as it is`, () => {
      expect(readableLine(line)).toBe(line);
    });
  }

  it('has the texts of the MSAL that is installed', () => {
    expect(readableVersions.browser).toBe(version);
  });

  it('reads every line that MSAL writes from its start to a token that cannot be had', async () => {
    const lines: string[] = [];
    const msal = new PublicClientApplication({
      auth: { clientId: exampleSettings.clientId },
      system: {
        loggerOptions: {
          logLevel: LogLevel.Trace,
          loggerCallback: (_level, line) => lines.push(line),
        },
      },
    });
    await msal.initialize();
    msal.addEventCallback(() => undefined);
    await msal.handleRedirectPromise();
    const silent = msal.acquireTokenSilent({
      scopes: ['User.Read'],
      account: adele,
      cacheLookupPolicy: CacheLookupPolicy.AccessToken,
    });

    await expectAsync(silent).toBeRejected();

    const hashed = lines.filter((line) => / - [0-9a-z]{6}( |$)/.test(line));

    expect(hashed.length).toBeGreaterThan(20);
    expect(hashed.filter((line) => readableLine(line) === line)).toEqual([]);
  });
});
