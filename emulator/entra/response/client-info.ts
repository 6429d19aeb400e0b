import type { Person } from '../../directory/person.ts';

/** `client_info`: who the account is at home, for the client's cache key. */
export function clientInfo(person: Person): string {
  const info = { uid: person.id, utid: person.tenantId };
  return Buffer.from(JSON.stringify(info)).toString('base64url');
}
