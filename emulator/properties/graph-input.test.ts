import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { APP, CLIENT, VERIFIER, authorizePath } from '../test-browser.ts';
import { assertGraphResponse, assertGraphError } from './answer-shapes.ts';
import { hostile } from './hostile-input.ts';
import { Visitor, inProcessCloud } from './in-process-cloud.ts';
import type { InProcessCloud } from './in-process-cloud.ts';
import { propertyOptions } from './property-options.ts';

const SCOPES = [
  ...['User.Read', 'User.ReadBasic.All', 'Mail.ReadWrite', 'Mail.Send', 'Calendars.ReadWrite'],
  ...['Contacts.Read', 'MailboxSettings.Read', 'Presence.Read.All', 'offline_access'],
].join(' ');

const pick = fc.constantFrom;
const nested = fc.integer({ min: 1, max: 20_000 });

/** Words of a `$filter`, in any order, and nested as deep as an address can hold. */
const odata = fc
  .oneof(
    fc
      .array(
        pick(
          ...['displayName', 'mail', 'from/emailAddress/address', 'start/dateTime', 'constructor'],
          ...['eq', 'ne', 'gt', 'in', 'and', 'or', 'not', 'startswith', 'contains', '(', ')', ','],
          ...[
            "'x'",
            "'it''s'",
            "'",
            'null',
            'true',
            '1',
            '-1.5',
            '2026-01-01T00:00:00Z',
            '*',
            'desc',
          ],
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(' ')),
    nested.map((depth) => '('.repeat(depth)),
    nested.map((depth) => `${'not '.repeat(depth)}true`),
  )
  .map(encodeURIComponent);

/** `$expand` and `$search`, nearly right. */
const expansion = fc
  .array(
    pick('manager', 'directReports', 'attachments', '(', ')', '$levels=max', '$select=id', ';'),
    {
      maxLength: 6,
    },
  )
  .map((words) => encodeURIComponent(words.join('')));
const search = fc
  .array(pick('"', 'displayName:', 'from:', 'a', ' OR ', ' AND ', ' ', 'constructor:', '\\'), {
    maxLength: 8,
  })
  .map((words) => encodeURIComponent(words.join('')));

const paths = pick(
  ...['/me', '/users', '/users/adele@contoso.example', '/users/%FF', '/users/__proto__'],
  ...['/me/photo', '/me/photos/9999999x9/$value', '/me/manager', '/me/directReports'],
  ...['/me/memberOf', '/me/transitiveMemberOf', '/me/presence', '/me/messages', '/me/events'],
  ...['/me/calendarView', '/me/contacts', '/me/mailboxSettings', '/me/messages/__proto__'],
  ...['/me/photos', '/me/people', '/organization', '/organization/x', '/users/$count'],
  ...[
    '/me/memberOf/microsoft.graph.group',
    '/me/memberOf/microsoft.graph.x',
    '/me/memberOf/$count',
  ],
  ...['/me/transitiveMemberOf/microsoft.graph.directoryRole/$count', '/me/mailFolders'],
  ...['/me/mailFolders/inbox', '/me/mailFolders/inbox/messages', '/me/mailFolders/%FF/messages'],
  ...['/me/mailFolders/inbox/childFolders', '/me/mailFolders/__proto__', '/me/events/x/instances'],
  ...['/me/messages/delta', '/users/__proto__/memberOf/constructor'],
);
const options = fc.array(
  fc.tuple(
    pick(
      ...['$select', '$filter', '$search', '$orderby', '$top', '$skip', '$skiptoken', '$count'],
      ...['startDateTime', 'endDateTime', '$expand', '__proto__'],
    ),
    fc.oneof(
      hostile,
      odata,
      expansion,
      search,
      pick('2026-01-01T00:00:00Z', '9999999-01-01', '-271821-04-20', '10'),
    ),
  ),
  { maxLength: 4 },
);
const headers = fc.record(
  {
    prefer: pick('outlook.timezone="x"', 'outlook.timezone=', 'outlook.timezone="Asia/Kolkata"'),
    'if-match': pick('*', '', 'W/"x"'),
    consistencylevel: pick('eventual', 'x'),
  },
  { requiredKeys: [] },
);

const EVENT = {
  subject: 's',
  body: { contentType: 'html', content: 'x' },
  start: { dateTime: '2026-01-01T10:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-01-01T11:00:00', timeZone: 'India Standard Time' },
  isAllDay: false,
  recurrence: null,
  location: { displayName: 'here' },
  attendees: [{ emailAddress: { address: 'a@b.example', name: 'A' } }],
};
const MESSAGE = {
  subject: 's',
  body: { contentType: 'text', content: 'x' },
  toRecipients: [{ emailAddress: { address: 'megan@contoso.example', name: 'M' } }],
  importance: 'low',
  isRead: true,
};
const BATCH = {
  requests: [
    { id: '1', method: 'GET', url: '/me', headers: { prefer: 'x' } },
    { id: '2', method: 'POST', url: '/me/messages', body: MESSAGE, dependsOn: ['1'] },
    { id: '3', method: 'PATCH', url: '/me/events/x?$select=id', body: EVENT },
  ],
};
const posts = pick(
  ...([
    ['POST', '/me/events', EVENT],
    ['PATCH', '/me/events/x', EVENT],
    ['POST', '/me/messages', MESSAGE],
    ['PATCH', '/me/messages/x', MESSAGE],
    ['POST', '/me/messages/x/send', {}],
    ['POST', '/me/sendMail', { message: MESSAGE, saveToSentItems: true }],
    ['POST', '/me/getMemberObjects', { securityEnabledOnly: true }],
    ['POST', '/$batch', BATCH],
    ['POST', '/$batch', BATCH],
  ] as const),
);

/** Something else in place of one value of a body in order. */
const wrong = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  hostile,
  pick('9999-12-31T23:59:59', '0000-01-01T00:00', '2026-99-99T99:99', 'W. Europe Standard Time'),
  pick('/$batch', '//evil.example', '../oidc/userinfo', '/me\\..\\..', '\n', 'TRACE', '\ud800'),
);
const bodies = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(posts, fc.nat(), wrong)
      .map(([post, at, value]) => corrupt(post, at, value)),
  },
  fc.tuple(posts, hostile).map(([[method, path], text]) => ({ method, path, text })),
  fc.tuple(posts, nested).map(([[method, path], depth]) => {
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const request = `{"id":"1","method":"POST","url":"/me/messages","body":${deep}}`;
    return { method, path, text: path === '/$batch' ? `{"requests":[${request}]}` : deep };
  }),
);

interface Post {
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

describe('whatever somebody signed in sends to Graph', () => {
  let world: InProcessCloud;
  let authorization = '';
  before(async () => {
    world = inProcessCloud();
    authorization = `Bearer ${await accessToken(world)}`;
  });

  test('query options and headers are answered or refused as Graph does', async () => {
    await fc.assert(
      fc.asyncProperty(paths, options, headers, async (path, given, extra) => {
        const query = given.map((pair) => pair.join('=')).join('&');
        const request = { headers: { ...extra, authorization } };
        assertGraphResponse(await world.send(`/v1.0${path}?${query}`, request));
      }),
      propertyOptions(1000),
    );
  });

  test('so are bodies, alone and in a batch', async () => {
    const seen = { answered: 0, refused: 0, inBatches: 0 };
    await fc.assert(
      fc.asyncProperty(bodies, headers, async ({ method, path, text }: Post, extra) => {
        const reply = await world.send(`/v1.0${path}`, {
          method,
          form: text,
          headers: { ...extra, authorization, 'content-type': 'application/json' },
        });
        assertGraphResponse(reply);
        seen[reply.status < 400 ? 'answered' : 'refused'] += 1;
        if (path === '/$batch' && reply.status === 200) {
          seen.inBatches += checkBatch(reply.text);
        }
      }),
      propertyOptions(1500),
    );
    const { answered, refused, inBatches } = seen;
    assert.ok(answered > 300 && refused > 500 && inBatches > 300, JSON.stringify(seen));
  });
});

/** @returns how many answers it held */
function checkBatch(text: string): number {
  const { responses } = JSON.parse(text) as { responses: { status: number; body: unknown }[] };
  for (const { status, body } of responses) {
    assert.ok(status < 500 || status === 501, JSON.stringify(body));
    if (status >= 400) {
      assertGraphError(body);
    }
  }
  return responses.length;
}

function corrupt(
  [method, path, template]: readonly [string, string, object],
  at: number,
  value: unknown,
): Post {
  const body: unknown = structuredClone(template);
  const places = valuesOf(body);
  const [holder, key] = places[at % Math.max(places.length, 1)] ?? [];
  if (holder !== undefined && key !== undefined) {
    holder[key] = value;
  }
  return { method, path, text: JSON.stringify(body) };
}

type Holder = Record<string, unknown>;

/** Every value in a body, by what holds it. */
function valuesOf(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key): [Holder, string][] => [
    [holder, key],
    ...valuesOf(holder[key]),
  ]);
}

async function accessToken(world: InProcessCloud): Promise<string> {
  const browser = new Visitor(world);
  const page = await browser.open(authorizePath({ scope: SCOPES, response_mode: 'query' }));
  const consent = await browser.submit(page, { username: 'adele@contoso.example' });
  const { location } = await browser.submit(consent, { decision: 'accept' });
  const form = new URLSearchParams({
    client_id: CLIENT,
    grant_type: 'authorization_code',
    code: new URL(location).searchParams.get('code') ?? '',
    redirect_uri: `${APP}/`,
    code_verifier: VERIFIER,
  });
  const headers = { origin: APP };
  const { text } = await world.send('/common/oauth2/v2.0/token', { form, headers });
  return (JSON.parse(text) as { access_token: string }).access_token;
}
