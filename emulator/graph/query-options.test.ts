import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { callGraph, tokensFor } from '../test-browser.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  readonly value?: readonly Record<string, unknown>[];
}

describe('query options', () => {
  let cloud: LocalCloud;
  let token = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    const scope = 'User.Read User.ReadBasic.All Mail.Read Calendars.Read MailboxSettings.Read';
    token = (await tokensFor(cloud, 'adele@contoso.example', { scope })).access_token;
  });
  after(() => cloud.close());

  const get = async (path: string) => {
    const response = await callGraph(cloud, path, token);
    return { status: response.status, body: (await response.json()) as Body };
  };

  for (const path of [
    '/me?$filter=x',
    '/me?$top=1',
    '/me/messages?$expand=attachments',
    '/me/mailboxSettings?$filter=x',
    '/me/photo?$select=id',
    '/me/presence?$select=id',
    '/users?$expand=manager',
    '/me/memberOf?$expand=members',
  ]) {
    test(`${path} is not answered as if the option were not there`, async () => {
      const { status, body } = await get(path);
      assert.equal(status, 501);
      assert.match(body.error?.message ?? '', /does not emulate '\$\w+' at this address/);
    });
  }

  for (const path of ['/me?$selekt=id', '/users?$foo=1', '/me/messages?$=1']) {
    test(`${path} has an option that nobody knows`, async () => {
      const { status, body } = await get(path);
      assert.equal(status, 400);
      assert.equal(body.error?.code, 'BadRequest');
    });
  }

  test('what is no option is left alone', async () => {
    assert.equal((await get('/me?select=id&x=1')).status, 200);
  });

  test('reports come with the person when they are expanded', async () => {
    const { status, body } = await get(
      '/users/patti@contoso.example?$select=id&$expand=directReports($select=displayName)',
    );
    assert.equal(status, 200);
    const reports = body['directReports'] as Record<string, unknown>[];
    assert.ok(reports.length > 0);
    assert.deepEqual(Object.keys(reports[0] ?? {}), ['@odata.type', 'displayName']);
  });

  test('the manager needs the permission for it', async () => {
    assert.equal((await get('/me?$expand=manager')).status, 403);
  });

  test('another expansion is refused by name', async () => {
    const { status, body } = await get('/me?$expand=drives');
    assert.equal(status, 400);
    assert.match(body.error?.message ?? '', /'drives'/);
  });

  test('folders have their counts, and their messages', async () => {
    const { body } = await get(
      '/me/mailFolders?$select=displayName,unreadItemCount,totalItemCount',
    );
    const inbox = body.value?.find(({ id }) => id === 'inbox');
    assert.equal(inbox?.['displayName'], 'Inbox');
    const count = (await get('/me/mailFolders/inbox/messages?$count=true&$top=1')).body;
    assert.equal(count['@odata.count'], inbox['totalItemCount']);
    assert.match(String(count['@odata.nextLink']), /\/me\/mailFolders\/inbox\/messages\?/);
    assert.equal((await get('/me/mailFolders/nowhere/messages')).status, 404);
  });

  test('mailbox settings can be selected from', async () => {
    const { body } = await get('/me/mailboxSettings?$select=timeZone');
    assert.deepEqual(Object.keys(body), ['@odata.context', 'timeZone']);
  });
});
