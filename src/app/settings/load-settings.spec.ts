import { loadSettings } from './load-settings';
import { SettingsError } from './settings-error';

const page = new URL('https://app.example/');
const good = JSON.stringify({
  clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
  cloud: 'global',
  tenant: 'common',
});

/** Answers one after the other; a function is called, so that it may throw. */
function answers(...list: (Response | (() => never))[]) {
  const requested: string[] = [];
  const fetcher: typeof fetch = (input) => {
    requested.push(input as string);
    const answer = list[requested.length - 1];
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(new TypeError('Failed to fetch'));
  };
  return { fetcher, requested };
}

const offline = (): never => {
  throw new TypeError('Failed to fetch');
};

async function problemWith(fetcher: typeof fetch): Promise<string> {
  try {
    await loadSettings(fetcher, page);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('loadSettings', () => {
  it('reads config.json of this site', async () => {
    const { fetcher, requested } = answers(new Response(good));

    expect((await loadSettings(fetcher, page)).graphBaseUrl).toBe('https://graph.microsoft.com');
    expect(requested).toEqual(['/config.json']);
  });

  it('asks again when the network or the server fails', async () => {
    const { fetcher, requested } = answers(
      offline,
      new Response('', { status: 503 }),
      new Response(good),
    );

    await expectAsync(loadSettings(fetcher, page)).toBeResolved();
    expect(requested.length).toBe(3);
  });

  it('F25: gives up after three attempts', async () => {
    const { fetcher, requested } = answers(offline, offline, offline, new Response(good));

    expect(await problemWith(fetcher)).toMatch(/could not be reached.*Check your connection/);
    expect(requested.length).toBe(3);
  });

  it('F25: says that the file is missing, and does not ask again', async () => {
    const { fetcher, requested } = answers(new Response('', { status: 404 }));

    expect(await problemWith(fetcher)).toMatch(/HTTP 404.*beside index\.html/);
    expect(requested.length).toBe(1);
  });

  it('F25: recognises the page a host sends in place of a missing file', async () => {
    const { fetcher } = answers(new Response('<!doctype html><title>App</title>'));

    expect(await problemWith(fetcher)).toMatch(/an HTML page.*fallback/);
  });

  it('F25: says that the file is not JSON', async () => {
    const { fetcher } = answers(new Response('{"clientId": '));

    expect(await problemWith(fetcher)).toMatch(/not JSON/);
  });

  it('F25: waits no longer than ten seconds', async () => {
    const timeout = spyOn(AbortSignal, 'timeout').and.returnValue(AbortSignal.abort());
    const { fetcher } = answers(offline);

    expect(await problemWith(fetcher)).toMatch(/no answer within 10 seconds/);
    expect(timeout).toHaveBeenCalledOnceWith(10_000);
  });
});
