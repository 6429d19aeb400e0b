/**
 * The folders of every mailbox: the well-known ones, and some that people make for themselves.
 * @see https://learn.microsoft.com/graph/api/resources/mailfolder
 */
export interface MailFolder {
  /** Of a well-known folder, the name that stands for its id in an address. */
  readonly key: string;
  readonly displayName: string;
  /** The key of the folder around it; null for the root. */
  readonly parent: string | null;
  readonly isWellKnown: boolean;
}

const WELL_KNOWN: readonly (readonly [string, string])[] = [
  ['archive', 'Archive'],
  ['deleteditems', 'Deleted Items'],
  ['drafts', 'Drafts'],
  ['inbox', 'Inbox'],
  ['junkemail', 'Junk Email'],
  ['outbox', 'Outbox'],
  ['sentitems', 'Sent Items'],
];
const OWN: readonly (readonly [string, string, string])[] = [
  ['newsletters', 'Newsletters', 'inbox'],
  ['projects', 'Projects', 'inbox'],
  ['bellevue', 'Store opening in Bellevue', 'projects'],
  ['website', 'Website', 'projects'],
];

export const ROOT_FOLDER = 'msgfolderroot';

export const FOLDERS: readonly MailFolder[] = [
  {
    key: ROOT_FOLDER,
    displayName: 'Top of Information Store',
    parent: null,
    isWellKnown: true,
  },
  ...WELL_KNOWN.map(([key, displayName]) => ({
    key,
    displayName,
    parent: ROOT_FOLDER,
    isWellKnown: true,
  })),
  ...OWN.map(([key, displayName, parent]) => ({ key, displayName, parent, isWellKnown: false })),
];
