import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import { callGraph, tokensFor } from '../../test-browser.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  readonly value?: readonly Record<string, unknown>[];
}

const EVENTUAL = { ConsistencyLevel: 'eventual' };

describe('query options', () => {
  let cloud: LocalCloud;
  let token = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    const scope =
      'User.Read User.ReadBasic.All Mail.Read Calendars.Read MailboxSettings.Read Presence.Read.All';
    token = (await tokensFor(cloud, 'adele@contoso.example', { scope })).access_token;
  });
  after(() => cloud.close());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await callGraph(cloud, path, token, { headers });
    return { status: response.status, body: (await response.json()) as Body };
  };

  for (const path of [
    '/me?$filter=x',
    '/me?$top=1',
    '/me/mailboxSettings?$filter=x',
    '/me/photo?$select=id',
    '/me/presence?$select=id',
    '/me/events?$expand=attachments',
    '/me/messages?$skiptoken=x',
    '/me/people?$expand=x',
    '/organization?$top=1',
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

  const refused: [string, string, RegExp][] = [
    ['/users?$skip=1', 'Request_BadRequest', /^'\$skip' is not supported by the service/],
    ['/me/memberOf?$skip=1', 'Request_BadRequest', /^'\$skip' is not supported/],
    ['/me?$select=id&$select=mail', 'BadRequest', /\$select' was specified more than once/],
    ['/me/messages?$count=yes', 'BadRequest', /Valid values are 'true', 'false'/],
    ['/me/messages?$filter=shoeSize eq 1', 'BadRequest', /named 'shoeSize' on type .*message'/],
    ['/me/messages?$filter=startswith(shoeSize,1)', 'BadRequest', /named 'shoeSize'/],
    ['/me/messages?$orderby=shoeSize', 'BadRequest', /named 'shoeSize' on type .*message'/],
    ['/me/messages?$orderby=subject down', 'BadRequest', /Syntax error in 'subject down'/],
    ['/me/messages?$orderby=', 'BadRequest', /Syntax error/],
    [
      '/me/messages?$search="x"&$orderby=subject',
      'SearchWithOrderBy',
      /'\$orderby' is not supported with '\$search'/,
    ],
    [
      '/me/messages?$search="x"&$filter=isRead eq true',
      'SearchWithFilter',
      /'\$filter' is not supported with '\$search'/,
    ],
    [
      '/me/messages?$filter=isRead eq true&$orderby=receivedDateTime',
      'InefficientFilter',
      /too complex/,
    ],
    [
      "/users?$filter=startswith(displayName,'A')&$orderby=displayName",
      'Request_UnsupportedQuery',
      /Sorting not supported/,
    ],
    ["/me/memberOf?$filter=displayName eq 'x'", 'Request_UnsupportedQuery', /reference property/],
    ['/me/memberOf?$count=true', 'Request_UnsupportedQuery', /ConsistencyLevel: eventual/],
    ['/users/$count', 'Request_BadRequest', /\$count is not currently supported/],
    ['/me?$expand=manager($top=1)', 'BadRequest', /invalid option/],
  ];
  for (const [path, code, message] of refused) {
    test(`${path} is refused as Graph does`, async () => {
      const { status, body } = await get(path);
      assert.equal(status, 400);
      assert.equal(body.error?.code, code);
      assert.match(body.error.message, message);
    });
  }

  for (const search of ['displayName:adele', '"jobTitle:x"', '"a" "b', '"']) {
    test(`a search for ${search} among users is refused`, async () => {
      const path = `/users?$search=${encodeURIComponent(search)}`;
      assert.equal((await get(path, EVENTUAL)).status, 400);
    });
  }

  test('options of a list that is written to are refused too', async () => {
    const init = { method: 'POST', body: '{}' };
    const response = await callGraph(cloud, '/me/messages?$select=id', token, init);
    assert.equal(response.status, 501);
  });

  test('the case of an option does not matter', async () => {
    const { body } = await get('/me/messages?$Top=2&$orderBy=receivedDateTime&$SELECT=subject');
    assert.equal(body.value?.length, 2);
    assert.equal('body' in (body.value[0] ?? {}), false);
  });

  test('messages are sorted by what they are filtered by first', async () => {
    const since = 'receivedDateTime ge 1970-01-01T00:00:00Z';
    const { status } = await get(
      `/me/messages?$filter=${since} and isRead eq true&$orderby=receivedDateTime desc`,
    );
    assert.equal(status, 200);
  });

  test('a search without matches finds nothing, and one with a keyword looks there alone', async () => {
    assert.deepEqual((await get('/me/messages?$search="xyzzy plugh"')).body.value, []);
    const { body } = await get('/me/messages?$search="subject:invoice"&$top=50');
    assert.ok(body.value && body.value.length > 0);
    assert.ok(body.value.every(({ subject }) => subject === 'Invoice 4711'));
    assert.deepEqual((await get('/me/messages?$search="from:invoice"')).body.value, []);
  });

  test('a search among users joins clauses', async () => {
    const any = encodeURIComponent('"displayName:adele" OR "displayName:bowen"');
    const both = encodeURIComponent('"displayName:adele" AND "mail:adele@"');
    const none = encodeURIComponent('"displayName:adele" AND "displayName:bowen"');
    const count = async (search: string) =>
      (await get(`/users?$search=${search}`, EVENTUAL)).body.value?.length;
    assert.deepEqual([await count(any), await count(both), await count(none)], [2, 1, 0]);
  });

  test('a segment $count answers the bare number', async () => {
    const headers = EVENTUAL;
    const response = await callGraph(
      cloud,
      "/users/$count?$filter=startswith(displayName,'Adele')",
      token,
      { headers },
    );
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    assert.equal(await response.text(), '1');
  });

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
    const inbox = body.value?.find(({ displayName }) => displayName === 'Inbox');
    assert.ok(inbox);
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
