import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { callGraph, tokensFor } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly value: readonly Record<string, unknown>[];
  readonly error: { readonly code: string; readonly message: string };
}

const ADELE = 'adele@contoso.example';
const SCOPE = 'User.Read Mail.ReadWrite Mail.Send MailboxSettings.Read Contacts.Read';

describe('mail in Graph', () => {
  const cloud = testCloud();
  let token = '';
  beforeEach(async () => {
    token = (await tokensFor(cloud, ADELE, { scope: SCOPE })).access_token;
  });

  const call = async (
    path: string,
    init: RequestInit & { json?: unknown } = {},
    bearer = token,
  ) => {
    const { json, ...rest } = init;
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const headers = { 'content-type': 'application/json', ...(init.headers as object) };
    const response = await callGraph(cloud, path, bearer, { ...rest, ...body, headers });
    const text = await response.text();
    return { response, status: response.status, body: JSON.parse(text || '{}') as Body };
  };
  const someId = async (): Promise<string> =>
    encodeURIComponent(String((await call('/me/messages?$top=1&$skip=3')).body.value[0]?.['id']));

  test('lists ten of hundreds, newest first, each with id and ETag, and where to go on', async () => {
    const { body } = await call('/me/messages?$select=subject,receivedDateTime&$count=true');
    assert.equal(body.value.length, 10);
    assert.ok(Number(body['@odata.count']) >= 300);
    assert.match(String(body['@odata.nextLink']), /%24skip=10/);
    assert.deepEqual(Object.keys(body.value[0] ?? {}), [
      ...['@odata.etag', 'id', 'subject', 'receivedDateTime'],
    ]);
    const dates = body.value.map((message) => String(message['receivedDateTime']));
    assert.deepEqual(dates, dates.toSorted().reverse());
  });

  test('filters, sorts and searches', async () => {
    const unread = await call(`/me/messages?$filter=isRead eq false and importance eq 'normal'`);
    assert.ok(unread.body.value.length > 0);
    assert.ok(unread.body.value.every(({ isRead }) => isRead === false));
    const oldest = await call('/me/messages?$orderby=receivedDateTime&$top=2');
    const [first, second] = oldest.body.value.map((m) => String(m['receivedDateTime']));
    assert.ok((first ?? '') <= (second ?? ''));
    const found = await call('/me/messages?$search="製品計画"');
    assert.ok(found.body.value.every(({ subject }) => String(subject).includes('製品計画')));
    const since = await call('/me/messages?$filter=receivedDateTime ge 2100-01-01T00:00:00Z');
    assert.deepEqual(since.body.value, []);
  });

  test('shows one message with its body and the metadata of its attachments', async () => {
    const list = await call('/me/messages?$filter=hasAttachments eq true&$top=1&$select=id');
    const id = encodeURIComponent(String(list.body.value[0]?.['id']));
    const { response, body } = await call(`/me/messages/${id}`);
    assert.match(String(response.headers.get('etag')), /^W\/"/);
    assert.match(JSON.stringify(body['body']), /"contentType":"(text|html)"/);
    const files = await call(`/me/messages/${id}/attachments`);
    assert.equal(files.body.value[0]?.['@odata.type'], '#microsoft.graph.fileAttachment');
  });

  test('Mail.ReadBasic shows no body, and no permission is ErrorAccessDenied', async () => {
    const basic = await tokensFor(cloud, 'lee@contoso.example', { scope: 'Mail.ReadBasic' });
    const { body } = await call('/me/messages?$top=1', {}, basic.access_token);
    assert.equal('body' in (body.value[0] ?? {}), false);
    assert.equal('subject' in (body.value[0] ?? {}), true);
    const none = await tokensFor(cloud, 'megan@contoso.example', { scope: 'User.Read' });
    const refused = await call('/me/messages', {}, none.access_token);
    assert.equal(refused.status, 403);
    assert.equal(refused.body.error.code, 'ErrorAccessDenied');
  });

  test('marks as read, and refuses who has seen an older version (412)', async () => {
    const id = await someId();
    const before = await call(`/me/messages/${id}`);
    const ifMatch = { 'If-Match': String(before.body['@odata.etag']) };
    const json = { isRead: before.body['isRead'] !== true };
    const changed = await call(`/me/messages/${id}`, { method: 'PATCH', json, headers: ifMatch });
    assert.equal(changed.status, 200);
    assert.equal(changed.body['isRead'], json.isRead);
    assert.notEqual(changed.body['@odata.etag'], before.body['@odata.etag']);
    const stale = await call(`/me/messages/${id}`, { method: 'PATCH', json, headers: ifMatch });
    assert.equal(stale.status, 412);
    assert.equal(stale.body.error.code, 'ErrorIrresolvableConflict');
  });

  test('a message that is not there is ErrorItemNotFound', async () => {
    const { status, body } = await call('/me/messages/AAMkADnothing=');
    assert.equal(status, 404);
    assert.equal(body.error.code, 'ErrorItemNotFound');
  });

  const letter = (subject: string) => ({
    subject,
    body: { contentType: 'Text', content: 'Hello' },
    toRecipients: [{ emailAddress: { address: 'lee@contoso.example' } }],
  });
  const arrived = async (subject: string): Promise<number> => {
    const lee = await tokensFor(cloud, 'lee@contoso.example', { scope: 'Mail.Read' });
    const { body } = await call(`/me/messages?$search="${subject}"`, {}, lee.access_token);
    return body.value.length;
  };

  test('sendMail answers 202 and reaches the recipient', async () => {
    const json = { message: letter('straight away') };
    assert.equal((await call('/me/sendMail', { method: 'POST', json })).status, 202);
    assert.equal(await arrived('straight away'), 1);
  });

  test('a draft is made, changed and sent', async () => {
    const made = await call('/me/messages', { method: 'POST', json: letter('first thought') });
    assert.equal(made.status, 201);
    assert.equal(made.body['isDraft'], true);
    const path = `/me/messages/${encodeURIComponent(String(made.body['id']))}`;
    await call(path, { method: 'PATCH', json: { subject: 'second thought' } });
    assert.equal((await call(`${path}/send`, { method: 'POST' })).status, 202);
    assert.equal(await arrived('second thought'), 1);
  });

  test('a body that is no JSON, or of the wrong shape, is a 400', async () => {
    const broken = await callGraph(cloud, '/me/sendMail', token, { method: 'POST', body: '{' });
    assert.equal(broken.status, 400);
    const wrong = await call('/me/sendMail', { method: 'POST', json: { message: { subject: 1 } } });
    assert.equal(wrong.status, 400);
    assert.match(wrong.body.error.message, /Property message\.subject/);
  });

  test('mailbox settings and contacts answer', async () => {
    const settings = await call('/me/mailboxSettings');
    assert.equal(settings.body['timeZone'], 'America/Los_Angeles');
    const { body } = await call('/me/contacts');
    assert.ok(body.value.some(({ displayName }) => displayName === 'Oscar Ward'));
  });
});
