import type { Message as GraphMessage } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';

type Fields = Partial<Record<keyof GraphMessage, v.GenericSchema>>;

const text = v.nullish(v.string());
const Recipient = v.object({ emailAddress: v.object({ name: text, address: text }) });

const summary = {
  id: v.string(),
  subject: text,
  from: v.nullish(Recipient),
  receivedDateTime: v.pipe(v.string(), v.isoTimestamp()),
  bodyPreview: text,
  isRead: v.nullish(v.boolean(), true),
  hasAttachments: v.nullish(v.boolean(), false),
} satisfies Fields;

/**
 * A message as the list shows it; nearly everything may be missing in a draft.
 * @see https://learn.microsoft.com/graph/api/resources/message
 */
export const MessageSummary = v.object(summary);
export type MessageSummary = v.InferOutput<typeof MessageSummary>;

const whole = {
  ...summary,
  toRecipients: v.nullish(v.array(Recipient), []),
  ccRecipients: v.nullish(v.array(Recipient), []),
  body: v.nullish(v.object({ contentType: v.picklist(['text', 'html']), content: v.string() })),
  webLink: text,
} satisfies Fields;

/** A message to be read, and its version. */
export const Message = v.object({ ...whole, '@odata.etag': v.optional(v.string()) });
export type Message = v.InferOutput<typeof Message>;

/** The fields to `$select`. */
export const SUMMARY_FIELDS = Object.keys(summary).join();
export const MESSAGE_FIELDS = Object.keys(whole).join();

const Folder = v.object({
  id: v.string(),
  displayName: text,
  unreadItemCount: v.nullish(v.number(), 0),
});
export const Folders = v.object({ value: v.array(Folder) });
/** A folder of the mailbox. @see https://learn.microsoft.com/graph/api/resources/mailfolder */
export type Folder = v.InferOutput<typeof Folder>;
