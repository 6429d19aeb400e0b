import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import {
  AuthenticationHandler,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
  RetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { Context, Middleware, PageCollection } from '@microsoft/microsoft-graph-client';
import { tokensFor } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const SCOPES = 'openid User.Read User.ReadBasic.All Mail.ReadWrite';

interface Named {
  readonly id: string;
  readonly displayName: string;
}

/** Microsoft's own Graph client, with its paging, batching and retries. */
describe('@microsoft/microsoft-graph-client', () => {
  const cloud = testCloud();
  let token: string;
  let graph: Client;
  beforeEach(async () => {
    token = (await tokensFor(cloud, 'adele@contoso.example', { scope: SCOPES })).access_token;
    const authentication = new AuthenticationHandler({
      getAccessToken: () => Promise.resolve(token),
    });
    const retries = new RetryHandler();
    authentication.setNext(retries);
    retries.setNext(new TlsProxy());
    graph = Client.initWithMiddleware({
      baseUrl: cloud.url.replace('http:', 'https:'),
      customHosts: new Set(['localhost']),
      middleware: authentication,
    });
  });

  test('reads a person, with and without a selection', async () => {
    const me = (await graph.api('/me').get()) as Named;
    assert.equal(me.displayName, 'Adele Vance');
    const picked = (await graph.api('/me').select(['id', 'jobTitle']).get()) as object;
    assert.deepEqual(Object.keys(picked).sort(), ['@odata.context', 'id', 'jobTitle']);
  });

  test('its page iterator follows every nextLink and meets everyone once', async () => {
    const first = (await graph.api('/users').top(7).get()) as PageCollection;
    const seen: string[] = [];
    const iterator = new PageIterator(graph, first, ({ id }: Named) => {
      seen.push(id);
      return true;
    });
    await iterator.iterate();
    const company = cloud.people.filter(({ username }) => username.endsWith('@contoso.example'));
    assert.equal(iterator.isComplete(), true);
    assert.equal(new Set(seen).size, company.length);
    assert.equal(seen.length, company.length);
  });

  test('its page iterator can stop and go on', async () => {
    const first = (await graph.api('/me/messages').top(5).get()) as PageCollection;
    const seen: string[] = [];
    const iterator = new PageIterator(graph, first, ({ id }: Named) => seen.push(id) !== 8);
    await iterator.iterate();
    assert.equal(seen.length, 8);
    assert.equal(iterator.isComplete(), false);
    await iterator.resume();
    assert.equal(new Set(seen).size, seen.length);
  });

  test('its batch gets an answer for each request, refusals included', async () => {
    // 3.0.7 strips the host alone: a version in the path is refused, here and by Graph.
    const requests = ['/me', '/me/photo/$value', '/me/events', '/v1.0/me'];
    const batch = new BatchRequestContent(
      requests.map((url, number) => ({
        id: String(number),
        request: new Request(`https://graph.microsoft.com${url}`),
      })),
    );
    const answer = (await graph.api('/$batch').post(await batch.getContent())) as {
      responses: [];
    };
    const responses = new BatchResponseContent(answer);
    const statuses = requests.map((_, number) => responses.getResponseById(String(number)).status);
    assert.deepEqual(statuses, [200, 200, 403, 400]);
    const me = (await responses.getResponseById('0').json()) as Named;
    assert.equal(me.displayName, 'Adele Vance');
  });

  test('writes with an ETag and is refused with an old one', async () => {
    const [message] = ((await graph.api('/me/messages').top(1).get()) as PageCollection)
      .value as (Named & { '@odata.etag': string; isRead: boolean })[];
    assert.ok(message);
    const at = () =>
      graph.api(`/me/messages/${message.id}`).header('If-Match', message['@odata.etag']);
    const changed = (await at().patch({ isRead: !message.isRead })) as { isRead: boolean };
    assert.equal(changed.isRead, !message.isRead);
    await assert.rejects(at().patch({ isRead: message.isRead }), { statusCode: 412 });
  });

  test('waits as long as a 429 says and tries again', async () => {
    cloud.faults.add({
      at: 'graph',
      times: 1,
      fault: { kind: 'graph-error', status: 429, code: 'TooManyRequests', retryAfter: 1 },
    });
    const before = performance.now();
    assert.equal(((await graph.api('/me').get()) as Named).displayName, 'Adele Vance');
    assert.ok(performance.now() - before >= 1000);
  });

  test('reads code, message and request id of an error', async () => {
    await assert.rejects(graph.api('/users/nobody').get(), (error) => {
      assert.ok(error instanceof GraphError);
      assert.equal(error.statusCode, 404);
      assert.equal(error.code, 'Request_ResourceNotFound');
      assert.match(error.requestId ?? '', /^[0-9a-f-]{36}$/);
      return true;
    });
    await assert.rejects(graph.api('/me/events').get(), {
      statusCode: 403,
      code: 'ErrorAccessDenied',
    });
    token = 'no.such.token';
    await assert.rejects(graph.api('/me').get(), {
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    });
  });
});

/**
 * The client knows https alone: other addresses get no token and are taken for paths. So this plays
 * the proxy that ends TLS before the cloud.
 */
class TlsProxy implements Middleware {
  async execute(context: Context): Promise<void> {
    const url = new URL(context.request as string);
    const inside = url.href.replace('https:', 'http:');
    const response = await fetch(inside, context.options);
    const text = (await response.text()).replaceAll(`http://${url.host}`, url.origin);
    context.response = new Response(text, response);
  }
}
