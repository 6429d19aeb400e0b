import type { Cloud } from '../cloud.ts';
import type { Message } from '../directory/mailbox.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { collection } from './collection.ts';
import { accessDenied, itemNotFound } from './mail-errors.ts';

/** /me/mailFolders: the well-known ones, which every mailbox has. */

const NAMES: Readonly<Record<string, string>> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  archive: 'Archive',
  deleteditems: 'Deleted Items',
};

const PROPERTIES = [
  ...['id', 'displayName', 'parentFolderId', 'childFolderCount', 'unreadItemCount'],
  ...['totalItemCount', 'sizeInBytes', 'isHidden'],
];

/**
 * Lists the folders.
 * @see https://learn.microsoft.com/graph/api/user-list-mailfolders
 */
export function mailFolders(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'], accessDenied);
  const messages = [...cloud.mailboxes.of(caller.person).messages.values()];
  const items = Object.entries(NAMES).map(([id, displayName]) => {
    const inside = messages.filter((message) => folderOf(message) === id);
    return {
      id,
      displayName,
      parentFolderId: 'msgfolderroot',
      childFolderCount: 0,
      unreadItemCount: inside.filter(({ isRead }) => !isRead).length,
      totalItemCount: inside.length,
      sizeInBytes: inside.length * 4_096,
      isHidden: false,
    };
  });
  const rules = {
    type: 'mailFolder',
    properties: PROPERTIES,
    defaults: PROPERTIES,
    context: `users('${caller.person.id}')/mailFolders`,
    path: '/me/mailFolders',
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['id'],
    searched: ['displayName'],
  } as const;
  return collection(cloud, items, rules, query);
}

/** The id of the folder that a message lies in. */
export function folderOf({ isDraft }: Message): string {
  return isDraft ? 'drafts' : 'inbox';
}

/** @throws GraphError 404 for a folder that the mailbox does not have */
export function checkFolder(id: string): void {
  if (!Object.hasOwn(NAMES, id.toLowerCase())) {
    throw itemNotFound();
  }
}
