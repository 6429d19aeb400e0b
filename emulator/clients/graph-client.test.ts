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
const MESSAGES = 3000;

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

  test('its page iterator reaches each of three thousand messages once', async () => {
    const first = (await graph
      .api('/me/messages')
      .select(['subject', 'receivedDateTime'])
      .top(250)
      .get()) as PageCollection;
    const seen: string[] = [];
    const iterator = new PageIterator(graph, first, ({ id }: Named) => {
      seen.push(id);
      return true;
    });
    await iterator.iterate();
    assert.equal(seen.length, MESSAGES);
    assert.equal(new Set(seen).size, MESSAGES);
  });

  test('its page iterator goes through folders and their messages', async () => {
    const folder = (await graph.api('/me/mailFolders/inbox').get()) as { totalItemCount: number };
    const first = (await graph
      .api('/me/mailFolders/inbox/messages')
      .select('id')
      .orderby('receivedDateTime')
      .top(500)
      .get()) as PageCollection;
    const seen = new Set<string>();
    await new PageIterator(graph, first, ({ id }: Named) => seen.add(id).size > 0).iterate();
    assert.equal(seen.size, folder.totalItemCount);
  });

  test('its page iterator carries the header that an advanced query needs', async () => {
    token = (await tokensFor(cloud, 'megan@contoso.example', { scope: SCOPES })).access_token;
    const headers = { ConsistencyLevel: 'eventual' };
    const first = (await graph
      .api('/me/memberOf')
      .headers(headers)
      .count(true)
      .top(50)
      .get()) as PageCollection & { '@odata.count': number };
    const seen = new Set<string>();
    const add = ({ id }: Named) => seen.add(id).size > 0;
    await new PageIterator(graph, first, add, { headers }).iterate();
    assert.equal(seen.size, first['@odata.count']);
    assert.ok(seen.size > 230);
    // Without it the second page is refused, as Graph refuses it.
    await assert.rejects(new PageIterator(graph, first, add).iterate(), {
      statusCode: 400,
      code: 'Request_UnsupportedQuery',
    });
  });

  const request = (path: string, init?: RequestInit) =>
    new Request(`https://graph.microsoft.com${path}`, init);
  const post = async (batch: BatchRequestContent): Promise<BatchResponseContent> =>
    new BatchResponseContent(
      (await graph.api('/$batch').post(await batch.getContent())) as { responses: [] },
    );

  test('its batch of twenty keeps what depends on another in order, and fails in part', async () => {
    const draft = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'Made in a batch' }),
    };
    const search = request('/me/messages?$search="subject:batch"&$select=subject');
    const batch = new BatchRequestContent();
    batch.addRequest({ id: 'draft', request: request('/me/messages', draft) });
    // The client takes one dependency for all, or a chain.
    const dependsOn = ['draft'];
    batch.addRequest({ id: 'search', request: search, dependsOn });
    batch.addRequest({ id: 'nobody', request: request('/users/nobody'), dependsOn });
    for (let number = batch.requests.size; number < 20; number += 1) {
      const page = request(`/me/messages?$top=1&$skip=${String(number)}`);
      batch.addRequest({ id: String(number), request: page, dependsOn });
    }
    const full = { id: 'one too many', request: request('/me') };
    assert.throws(() => batch.addRequest(full), /Maximum requests limit/i);
    const responses = await post(batch);
    const statuses = [...responses.getResponses().values()].map(({ status }) => status);
    assert.deepEqual(statuses, [201, 200, 404, ...Array.from({ length: 17 }, () => 200)]);
    const found = (await responses.getResponseById('search').json()) as PageCollection;
    assert.equal(found.value.length, 1);
  });

  test('its batch does not run what depends on a request that failed', async () => {
    const batch = new BatchRequestContent();
    batch.addRequest({ id: 'nobody', request: request('/users/nobody') });
    batch.addRequest({ id: 'after', request: request('/me'), dependsOn: ['nobody'] });
    batch.addRequest({ id: 'last', request: request('/me'), dependsOn: ['after'] });
    const responses = await post(batch);
    const statusOf = (id: string) => responses.getResponseById(id).status;
    assert.deepEqual(['nobody', 'after', 'last'].map(statusOf), [404, 424, 424]);
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
