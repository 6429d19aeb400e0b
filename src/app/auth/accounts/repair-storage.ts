import { ACCOUNT_KEYS, TOKEN_KEYS } from './msal-storage-keys';

/** `msal.3|<home account id>|<environment>|<tenant>` for an account; a token's key has more parts. */
const ENTRY = /^msal\.\d+\|/;
const ACCOUNT_PARTS = 4;

/**
 * Removes entries and lists that MSAL cannot parse, because every later call of MSAL would throw. Browser extensions,
 * other scripts of the origin and full disks leave them. Valid entries of other apps stay.
 * @returns whether an account of this app was lost
 */
export function repairStorage(storage: Storage, clientId: string): boolean {
  // Entries first: the lists are made from the valid ones.
  const lost = [removeUnreadable(storage, clientId), repairLists(storage, clientId)];
  return lost.includes(true);
}

function removeUnreadable(storage: Storage, clientId: string): boolean {
  const unreadable = Object.keys(storage).filter(
    (key) =>
      ENTRY.test(key) &&
      (isAccountKey(key) || key.includes(clientId)) &&
      !isEntry(parse(storage.getItem(key))),
  );
  for (const key of unreadable) storage.removeItem(key);
  return unreadable.some(isAccountKey);
}

function repairLists(storage: Storage, clientId: string): boolean {
  const keys = Object.keys(storage);
  const isDamaged = (key: string, isWhole: (value: unknown) => boolean) =>
    !isWhole(parse(storage.getItem(key)));
  for (const key of keys.filter((name) => ACCOUNT_KEYS.test(name)))
    if (isDamaged(key, isListOfNames))
      storage.setItem(key, JSON.stringify(keys.filter(isAccountKey)));
  const ownTokens = keys.find((name) => TOKEN_KEYS.exec(name)?.[1] === clientId);
  if (ownTokens === undefined || !isDamaged(ownTokens, isTokenList)) return false;
  // Without the list, MSAL would never find them.
  for (const key of keys)
    if (key === ownTokens || (ENTRY.test(key) && key.includes(clientId))) storage.removeItem(key);
  return true;
}

const isAccountKey = (key: string) => ENTRY.test(key) && key.split('|').length === ACCOUNT_PARTS;

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plain, as in sessionStorage, or encrypted, as in localStorage. */
function isEntry(value: unknown): boolean {
  const fields = isRecord(value) ? value : {};
  const has = (...names: string[]) => names.every((name) => typeof fields[name] === 'string');
  return has('homeAccountId', 'environment') || has('id', 'nonce', 'data');
}

const isListOfNames = (value: unknown) =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const isTokenList = (value: unknown) =>
  isRecord(value) &&
  ['idToken', 'accessToken', 'refreshToken'].every((kind) => isListOfNames(value[kind]));
