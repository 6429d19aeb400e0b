import { fetchConfig } from './fetch-config';

describe('fetchConfig', () => {
  let body: ReadableStreamDefaultController<Uint8Array>;
  let asked: jasmine.Spy<typeof fetch>;

  beforeEach(() => {
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => (body = controller) });
    asked = spyOn(window, 'fetch').and.resolveTo(new Response(stream, { status: 404 }));
  });

  it('resolves once the whole body has been read', async () => {
    const config = fetchConfig('/', 'no-cache');

    await expectAsync(config).toBePending();

    body.enqueue(new TextEncoder().encode('{}'));
    body.close();
    const response = await config;

    expect(response.status).toBe(404);
    expect(await response.text()).toBe('{}');
  });

  it('times out before the body has been read', async () => {
    const config = fetchConfig('/', 'no-cache');
    body.error(new DOMException('', 'TimeoutError'));

    await expectAsync(config).toBeRejected();
  });

  it('requests with the given cache mode and a timeout', () => {
    void fetchConfig('/portal/', 'force-cache');

    expect(asked).toHaveBeenCalledOnceWith('/portal/config.json', {
      cache: 'force-cache',
      signal: jasmine.any(AbortSignal),
    });
  });
});
