import type { Person } from '../directory/person.ts';
import type { Registration } from '../directory/registration.ts';

/** What each person, and each organisation for all of its people, lets each app do. */
export class Consents {
  private readonly grants = new Map<string, Set<string>>();

  granted(client: Registration, person: Person): ReadonlySet<string> {
    return new Set([
      ...(this.grants.get(`${client.clientId} ${person.id}`) ?? []),
      ...(this.grants.get(`${client.clientId} ${person.tenantId}`) ?? []),
    ]);
  }

  /** @param holder a person's id, or a tenant's for everyone in it */
  grant(clientId: string, holder: string, scopes: Iterable<string>): void {
    const key = `${clientId} ${holder}`;
    this.grants.set(key, new Set([...(this.grants.get(key) ?? []), ...scopes]));
  }

  /** Takes back some of what a holder has granted. */
  withdraw(clientId: string, holder: string, scopes: ReadonlySet<string>): void {
    const key = `${clientId} ${holder}`;
    const left = [...(this.grants.get(key) ?? [])].filter((scope) => !scopes.has(scope));
    if (left.length > 0) {
      this.grants.set(key, new Set(left));
    } else {
      this.grants.delete(key);
    }
  }

  /** Everybody's when nobody is named. */
  revoke(holder: string | undefined): void {
    for (const key of this.grants.keys()) {
      if (holder === undefined || key.endsWith(` ${holder}`)) {
        this.grants.delete(key);
      }
    }
  }

  all(): { clientId: string; holder: string; scopes: string[] }[] {
    return [...this.grants].map(([key, scopes]) => {
      const [clientId = '', holder = ''] = key.split(' ');
      return { clientId, holder, scopes: [...scopes] };
    });
  }

  clear(): void {
    this.grants.clear();
  }
}
