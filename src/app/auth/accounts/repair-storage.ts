import { ACCOUNT_KEYS, TOKEN_KEYS } from './msal-storage-keys';

/** `msal.3|<home account id>|<environment>|<tenant>` for an account; a token's key has more parts, its app's client id too. */
const ENTRY = /^msal\.\d+\|/;
const ACCOUNT_PARTS = 4;

/**
 * Removes what MSAL cannot read of its own storage, which makes every later call of MSAL throw: a list that is no list,
 * an entry that is no object. Browser extensions, other scripts of the origin and full disks leave such things behind.
 * What another app of the origin has stored stays, if it can be read.
 *
 * @returns whether an account of this app was lost, so that its person has to sign in again
 */
export function repairStorage(storage: Storage, clientId: string): boolean {
  // Entries first: the lists are made anew from what is left of them.
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
  // Nobody would find them any more.
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

/** As MSAL stores it in sessionStorage, or encrypted, as in localStorage. */
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
