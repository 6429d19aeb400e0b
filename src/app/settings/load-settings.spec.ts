import { loadSettings } from './load-settings';
import { SettingsError } from './settings-error';

const page = new URL('https://app.example/');
const good = JSON.stringify({
  clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
  cloud: 'global',
  tenant: 'common',
});

/** Responds to requests in order, and records them. */
function answers(...list: (Response | typeof OFFLINE)[]): string[] {
  const requested: string[] = [];
  spyOn(window, 'fetch').and.callFake((input) => {
    requested.push(input as string);
    const answer = list[requested.length - 1];
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(new TypeError('Failed to fetch'));
  });
  return requested;
}

const OFFLINE = 'offline';

async function problem(at = page): Promise<string> {
  try {
    await loadSettings(undefined, at);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('loadSettings', () => {
  it('reads config.json of this site', async () => {
    const requested = answers(new Response(good));

    expect((await loadSettings(undefined, page)).graphBaseUrl).toBe('https://graph.microsoft.com');
    expect(requested).toEqual(['https://app.example/config.json']);
  });

  it('uses a pending request as its first attempt', async () => {
    const requested = answers(new Response(good));
    const failed = Promise.resolve(new Response('', { status: 503 }));

    await expectAsync(loadSettings(failed, page)).toBeResolved();
    expect(requested).toEqual(['https://app.example/config.json']);
  });

  it('retries after a network or server error', async () => {
    const requested = answers(OFFLINE, new Response('', { status: 503 }), new Response(good));

    await expectAsync(loadSettings(undefined, page)).toBeResolved();
    expect(requested.length).toBe(3);
  });

  it('F25: fails after three attempts', async () => {
    const requested = answers(OFFLINE, OFFLINE, OFFLINE, new Response(good));

    expect(await problem()).toMatch(/could not be reached.*Check your connection/);
    expect(requested.length).toBe(3);
  });

  it('F25: reports a missing file, without a retry', async () => {
    const requested = answers(new Response('', { status: 404 }));

    expect(await problem()).toMatch(/config\.json: .*HTTP 404.*beside index\.html.*public\/config/);
    expect(requested.length).toBe(1);
  });

  it('F25: recognizes the page that a host sends instead of a missing file', async () => {
    answers(new Response('<!doctype html><title>App</title>'));

    expect(await problem()).toMatch(/an HTML page.*fallback/);
  });

  it('F25: reports a file that is not JSON', async () => {
    answers(new Response('{"clientId": '));

    expect(await problem()).toMatch(/not JSON/);
  });

  it('F25: times out after ten seconds', async () => {
    const timeout = spyOn(AbortSignal, 'timeout').and.returnValue(AbortSignal.abort());
    answers(OFFLINE);

    expect(await problem()).toMatch(/no answer within 10 seconds/);
    expect(timeout).toHaveBeenCalledOnceWith(10_000);
  });

  describe('for the local cloud, in development', () => {
    const localPage = new URL('http://localhost:3000/');
    const local = (more = {}) =>
      new Response(JSON.stringify({ ...JSON.parse(good), cloud: 'local', ...more }));

    it('starts when it responds', async () => {
      const requested = answers(local(), new Response());

      expect((await loadSettings(undefined, localPage)).isLocalCloud).toBeTrue();
      expect(requested[1]).toMatch(/^http:\/\/localhost:4001\//);
    });

    it('reports that it is not running, and how to start it', async () => {
      answers(local(), OFFLINE);

      expect(await problem(localPage)).toMatch(
        /does not answer at http:\/\/localhost:4001\. "npm start".* "npm run emulator"\.$/,
      );
    });

    it('says how to start it on another port', async () => {
      answers(local({ localCloud: 'http://localhost:4100' }), OFFLINE);

      expect(await problem(localPage)).toMatch(/"npm run emulator -- --port 4100"/);
    });
  });
});
