import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { callGraph, tokensFor } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly value: readonly Record<string, unknown>[];
  readonly error: { readonly code: string };
}

describe('mail folders in Graph', () => {
  const cloud = testCloud();
  let token = '';
  beforeEach(async () => {
    const scope = 'User.Read Mail.ReadWrite Mail.Send';
    token = (await tokensFor(cloud, 'adele@contoso.example', { scope })).access_token;
  });

  const call = async (path: string, json?: unknown) => {
    const init = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
    const headers = { 'content-type': 'application/json' };
    const response = await callGraph(cloud, path, token, { ...init, headers });
    return { status: response.status, body: JSON.parse((await response.text()) || '{}') as Body };
  };
  const total = async (folder: string): Promise<number> => {
    const { body } = await call(`/me/mailFolders/${folder}`);
    assert.ok(Number.isInteger(body['totalItemCount']));
    return Number(body['totalItemCount']);
  };

  test('are listed at the top, each with an id that is not its well-known name', async () => {
    const { body } = await call('/me/mailFolders');
    assert.deepEqual(
      body.value.map(({ displayName }) => displayName),
      ['Archive', 'Deleted Items', 'Drafts', 'Inbox', 'Junk Email', 'Outbox', 'Sent Items'],
    );
    assert.ok(body.value.every(({ id }) => String(id).startsWith('AAMk')));
  });

  test('have others inside, with their own counts', async () => {
    const inbox = await call('/me/mailFolders/inbox');
    assert.equal(inbox.body['childFolderCount'], 2);
    const children = await call('/me/mailFolders/inbox/childFolders?$select=displayName');
    assert.deepEqual(
      children.body.value.map(({ displayName }) => displayName),
      ['Newsletters', 'Projects'],
    );
    const projects = String(children.body.value[1]?.['id']);
    const inside = await call(`/me/mailFolders/${projects}/childFolders?$top=1`);
    assert.equal(inside.body.value[0]?.['parentFolderId'], projects);
    assert.match(String(inside.body['@odata.nextLink']), /\/childFolders\?%24top=1&%24skip=1$/);
  });

  test('count the messages they list, the unread ones too', async () => {
    const { body: inbox } = await call('/me/mailFolders/inbox');
    const list = await call('/me/mailFolders/inbox/messages?$count=true&$top=1');
    assert.equal(list.body['@odata.count'], inbox['totalItemCount']);
    assert.equal(list.body.value[0]?.['parentFolderId'], inbox['id']);
    const unread = '/messages?$filter=isRead eq false&$count=true&$top=1';
    const byId = await call(`/me/mailFolders/${String(inbox['id'])}${unread}`);
    assert.equal(byId.body['@odata.count'], inbox['unreadItemCount']);
  });

  test('that are not there are a 404, and delta queries a 501', async () => {
    for (const path of ['nowhere', 'nowhere/messages', 'nowhere/childFolders', 'projects']) {
      const { status, body } = await call(`/me/mailFolders/${path}`);
      assert.equal(status, 404, path);
      assert.equal(body.error.code, 'ErrorItemNotFound');
    }
    assert.equal((await call('/me/mailFolders/delta')).status, 501);
    assert.equal((await call('/me/messages/delta')).status, 501);
  });

  test('keep what was sent, unless it is not to be kept', async () => {
    const message = { subject: 'x', toRecipients: [] };
    const before = await total('sentitems');
    await call('/me/sendMail', { message, saveToSentItems: false });
    assert.equal(await total('sentitems'), before);
    await call('/me/sendMail', { message });
    assert.equal(await total('sentitems'), before + 1);
  });

  test('let go of a draft that is sent', async () => {
    const before = { drafts: await total('drafts'), sent: await total('sentitems') };
    const made = await call('/me/messages', { subject: 'x', toRecipients: [] });
    assert.equal(await total('drafts'), before.drafts + 1);
    await call(`/me/messages/${String(made.body['id'])}/send`, {});
    assert.equal(await total('drafts'), before.drafts);
    assert.equal(await total('sentitems'), before.sent + 1);
    const sent = await call(`/me/messages/${String(made.body['id'])}`);
    assert.equal(sent.body['isDraft'], false);
    assert.notEqual(sent.body['@odata.etag'], made.body['@odata.etag']);
  });

  test('$expand brings what is attached, in a list and for one message', async () => {
    const path =
      '/me/messages?$filter=hasAttachments eq true&$top=1&$select=id&$expand=attachments';
    const [first] = (await call(path)).body.value;
    assert.match(JSON.stringify(first?.['attachments']), /"#microsoft.graph.fileAttachment"/);
    const one = await call(`/me/messages/${String(first?.['id'])}?$select=id&$expand=attachments`);
    assert.deepEqual(one.body['attachments'], first?.['attachments']);
    assert.equal((await call('/me/messages?$expand=extensions')).status, 400);
  });
});
