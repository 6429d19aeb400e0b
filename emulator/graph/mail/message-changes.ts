import * as v from 'valibot';
import type { Cloud } from '../../cloud.ts';
import { mailId } from '../../directory/mailbox/items.ts';
import type { Address, Message } from '../../directory/mailbox/items.ts';
import { opaque } from '../../tokens/random.ts';
import { parseBody } from '../body.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { accessDenied, checkVersion, toVersion } from './mail-errors.ts';
import { findMessage, message } from './messages.ts';

/** Drafts, sending, and changes of a message. */

const WRITE = ['Mail.ReadWrite'];

const recipients = v.optional(
  v.array(
    v.object({ emailAddress: v.object({ address: v.string(), name: v.optional(v.string(), '') }) }),
  ),
);
const draftSchema = v.object({
  subject: v.optional(v.string()),
  body: v.optional(
    v.object({ contentType: v.picklist(['text', 'html', 'Text', 'HTML']), content: v.string() }),
  ),
  toRecipients: recipients,
  ccRecipients: recipients,
  importance: v.optional(v.picklist(['low', 'normal', 'high'])),
  isRead: v.optional(v.boolean()),
});
const sendSchema = v.object({
  message: draftSchema,
  saveToSentItems: v.optional(v.boolean(), true),
});

export function updateMessage(
  cloud: Cloud,
  caller: Caller,
  id: string,
  { body, ifMatch }: { body: unknown; ifMatch: string | undefined },
): object {
  requireScope(caller, WRITE, accessDenied);
  const found = findMessage(cloud, caller, id);
  checkVersion(ifMatch, toVersion(found).etag);
  apply(found, parseBody(draftSchema, body));
  found.version += 1;
  found.modifiedAt = cloud.clock();
  return message(cloud, caller, id, new URLSearchParams());
}

export function createDraft(cloud: Cloud, caller: Caller, body: unknown): Message {
  requireScope(caller, WRITE, accessDenied);
  const draft = newMessage(cloud, caller, parseBody(draftSchema, body));
  cloud.mailboxes.of(caller.person).messages.set(draft.id, draft);
  return draft;
}

/** POST /me/messages/{id}/send: the draft moves to the sent items. */
export function sendDraft(cloud: Cloud, caller: Caller, id: string): void {
  requireScope(caller, ['Mail.Send'], accessDenied);
  const draft = findMessage(cloud, caller, id);
  Object.assign(draft, { isDraft: false, folder: 'sentitems', version: draft.version + 1 });
  deliver(cloud, draft);
}

/**
 * POST /me/sendMail
 * @see https://learn.microsoft.com/graph/api/user-sendmail
 */
export function sendMail(cloud: Cloud, caller: Caller, body: unknown): void {
  requireScope(caller, ['Mail.Send'], accessDenied);
  const { message: input, saveToSentItems } = parseBody(sendSchema, body);
  const sent = { ...newMessage(cloud, caller, input), isDraft: false, folder: 'sentitems' };
  if (saveToSentItems) {
    cloud.mailboxes.of(caller.person).messages.set(sent.id, sent);
  }
  deliver(cloud, sent);
}

/** Recipients on this cloud find the message in their inbox. */
function deliver(cloud: Cloud, sent: Message): void {
  for (const { address } of [...sent.to, ...sent.cc]) {
    const person = cloud.directory.personByUsername(address);
    if (person) {
      const id = mailId(person, sent.id);
      const arrived = { ...sent, id, folder: 'inbox', isRead: false };
      cloud.mailboxes.of(person).messages.set(id, arrived);
    }
  }
}

function newMessage(
  cloud: Cloud,
  caller: Caller,
  input: v.InferOutput<typeof draftSchema>,
): Message {
  const now = cloud.clock();
  const draft: Message = {
    id: mailId(caller.person, opaque(cloud.random, 8)),
    version: 1,
    folder: 'drafts',
    from: caller.person,
    to: [],
    cc: [],
    subject: '',
    bodyType: 'text',
    body: '',
    receivedAt: now,
    modifiedAt: now,
    isRead: true,
    isDraft: true,
    importance: 'normal',
    conversationId: mailId(caller.person, opaque(cloud.random, 8)),
    attachments: [],
  };
  apply(draft, input);
  return draft;
}

function apply(target: Message, input: v.InferOutput<typeof draftSchema>): void {
  const list = (given: typeof input.toRecipients): Address[] | undefined =>
    given?.map(({ emailAddress }) => emailAddress);
  target.subject = input.subject ?? target.subject;
  target.to = list(input.toRecipients) ?? target.to;
  target.cc = list(input.ccRecipients) ?? target.cc;
  target.importance = input.importance ?? target.importance;
  target.isRead = input.isRead ?? target.isRead;
  if (input.body) {
    target.body = input.body.content;
    target.bodyType = input.body.contentType.toLowerCase() === 'html' ? 'html' : 'text';
  }
}
