/** A person one can sign in as: the Graph user resource's fields plus what sign-in needs. */
export interface Person {
  /** The object id: `oid` in tokens. */
  readonly id: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly companyName: string | null;
  readonly mail: string | null;
  readonly mobilePhone: string | null;
  readonly businessPhones: readonly string[];
  readonly officeLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly streetAddress: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly employeeId: string | null;
  /** The first day at work, an instant as Graph writes it. */
  readonly employeeHireDate: string | null;
  readonly otherMails: readonly string[];
  readonly usageLocation: string | null;
  /** The IANA zone their mailbox is set to. */
  readonly timeZone: string;
  /** Number of a drawn portrait in `photos/`, or null for someone without a photo. */
  readonly portrait: number | null;
  readonly managerId: string | null;
  /** Directory roles, such as the one that may grant consent for a whole organisation. */
  readonly administrator: boolean;
  /** Shown first where a choice of people is offered. */
  readonly featured: boolean;
}

/** Graph shows a personal account's sixteen hexadecimal digits, tokens the GUID made of them. */
export function graphId(person: Person): string {
  return person.id.startsWith('00000000-0000-0000-')
    ? person.id.slice(19).replace('-', '')
    : person.id;
}
