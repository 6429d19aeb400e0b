import type { Cloud } from '../../cloud.ts';
import { FOLDERS, ROOT_FOLDER } from '../../directory/mailbox/folders.ts';
import type { MailFolder } from '../../directory/mailbox/folders.ts';
import { mailId } from '../../directory/mailbox/items.ts';
import type { Message } from '../../directory/mailbox/items.ts';
import type { Person } from '../../directory/person.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { accessDenied, itemNotFound } from './mail-errors.ts';
import { pick, readSelect } from '../query/select.ts';

/** /me/mailFolders, at the top and inside a folder, with what lies in each. */

const PROPERTIES = [
  ...['id', 'displayName', 'parentFolderId', 'childFolderCount', 'unreadItemCount'],
  ...['totalItemCount', 'isHidden'],
];
const READ = ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'];

/**
 * Lists the folders inside one, at the top when none is given.
 * @see https://learn.microsoft.com/graph/api/user-list-mailfolders
 * @see https://learn.microsoft.com/graph/api/mailfolder-list-childfolders
 *
 * @throws GraphError 404 for a folder that the mailbox does not have
 */
export function mailFolders(
  cloud: Cloud,
  caller: Caller,
  query: URLSearchParams,
  parent?: string,
): object {
  requireScope(caller, READ, accessDenied);
  const { person } = caller;
  const around = findFolder(person, parent ?? ROOT_FOLDER);
  const contents = contentsOf(cloud, person);
  const items = FOLDERS.filter((folder) => folder.parent === around.key).map((folder) =>
    folderResource(person, folder, contents),
  );
  const end = parent === undefined ? '' : `/${encodeURIComponent(parent)}/childFolders`;
  const rules = {
    type: 'mailFolder',
    properties: PROPERTIES,
    defaults: PROPERTIES,
    context: `users('${person.id}')/mailFolders${parent === undefined ? '' : `('${parent}')/childFolders`}`,
    path: `/me/mailFolders${end}`,
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['id'],
    searched: ['displayName'],
  } as const;
  return collection(cloud, items, rules, query);
}

/**
 * Shows one folder, found by its id or its well-known name.
 * @see https://learn.microsoft.com/graph/api/mailfolder-get
 *
 * @throws GraphError 404 for a folder that the mailbox does not have
 */
export function mailFolder(
  cloud: Cloud,
  caller: Caller,
  id: string,
  query: URLSearchParams,
): object {
  requireScope(caller, READ, accessDenied);
  const { person } = caller;
  const resource = folderResource(person, findFolder(person, id), contentsOf(cloud, person));
  const selection = readSelect(query.get('$select'), PROPERTIES, PROPERTIES, 'mailFolder');
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${person.id}')/mailFolders${selection.suffix}/$entity`,
    ...pick(resource, [...new Set(['id', ...selection.names])]),
  };
}

/** @throws GraphError 404 for a folder that the mailbox does not have */
export function findFolder(owner: Person, id: string): MailFolder {
  const found = FOLDERS.find(
    ({ key, isWellKnown }) =>
      (isWellKnown && key === id.toLowerCase()) || folderId(owner, key) === id,
  );
  if (!found) {
    throw itemNotFound();
  }
  return found;
}

export function folderId(owner: Person, key: string): string {
  return mailId(owner, `folder ${key}`);
}

function contentsOf(cloud: Cloud, owner: Person): ReadonlyMap<string, readonly Message[]> {
  return Map.groupBy(cloud.mailboxes.of(owner).messages.values(), ({ folder }) => folder);
}

function folderResource(
  owner: Person,
  { key, displayName, parent }: MailFolder,
  contents: ReadonlyMap<string, readonly Message[]>,
): Record<string, unknown> {
  const inside = contents.get(key) ?? [];
  return {
    id: folderId(owner, key),
    displayName,
    // The root lies in itself, as far as Graph shows.
    parentFolderId: folderId(owner, parent ?? key),
    childFolderCount: FOLDERS.filter((folder) => folder.parent === key).length,
    unreadItemCount: inside.filter(({ isRead }) => !isRead).length,
    totalItemCount: inside.length,
    isHidden: false,
  };
}
