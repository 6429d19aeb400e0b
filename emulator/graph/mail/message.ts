import type { Address, Attachment, Message } from '../../directory/mailbox/items.ts';
import { toAddress } from '../../directory/mailbox/items.ts';
import type { Person } from '../../directory/person.ts';
import { toVersion } from './mail-errors.ts';
import { folderId } from './mail-folders.ts';

interface Made {
  readonly version: number;
  readonly resource: Record<string, unknown>;
}
const made = new WeakMap<Message, Made>();

/** The message resource (Graph v1.0), made once per version: a page of a large mailbox looks at all of it. */
export function messageResource(message: Message, owner: Person): Record<string, unknown> {
  const known = made.get(message);
  if (known?.version === message.version) {
    return known.resource;
  }
  const resource = makeResource(message, owner);
  made.set(message, { version: message.version, resource });
  return resource;
}

function makeResource(message: Message, owner: Person): Record<string, unknown> {
  const { changeKey, etag } = toVersion(message);
  const from = recipient(toAddress(message.from));
  const received = new Date(message.receivedAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    '@odata.etag': etag,
    id: message.id,
    createdDateTime: received,
    lastModifiedDateTime: new Date(message.modifiedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    changeKey,
    categories: [],
    receivedDateTime: received,
    sentDateTime: received,
    hasAttachments: message.attachments.length > 0,
    internetMessageId: `<${message.id.slice(6, 30)}@contoso.example>`,
    subject: message.subject,
    bodyPreview: message.body.replace(/<[^>]*>/g, '').slice(0, 255),
    importance: message.importance,
    parentFolderId: folderId(owner, message.folder),
    conversationId: message.conversationId,
    conversationIndex: 'AQHZ',
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}`,
    inferenceClassification: 'focused',
    body: { contentType: message.bodyType, content: message.body },
    sender: from,
    from,
    toRecipients: message.to.map(recipient),
    ccRecipients: message.cc.map(recipient),
    bccRecipients: [],
    replyTo: [],
    flag: { flagStatus: 'notFlagged' },
  };
}

export const MESSAGE_PROPERTIES = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories'],
  ...['receivedDateTime', 'sentDateTime', 'hasAttachments', 'internetMessageId', 'subject'],
  ...['bodyPreview', 'importance', 'parentFolderId', 'conversationId', 'conversationIndex'],
  ...['isDeliveryReceiptRequested', 'isReadReceiptRequested', 'isRead', 'isDraft', 'webLink'],
  ...['inferenceClassification', 'body', 'sender', 'from', 'toRecipients', 'ccRecipients'],
  ...['bccRecipients', 'replyTo', 'flag'],
];

/** What Mail.ReadBasic does not show. */
export const BODY_PROPERTIES: readonly string[] = ['body', 'bodyPreview'];

export function attachmentResource(attachment: Attachment): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    id: attachment.id,
    lastModifiedDateTime: '2024-03-04T09:00:00Z',
    name: attachment.name,
    contentType: attachment.contentType,
    size: attachment.size,
    isInline: false,
  };
}

function recipient({ name, address }: Address): { emailAddress: Address } {
  return { emailAddress: { name, address } };
}
