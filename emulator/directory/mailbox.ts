import { createHash } from 'node:crypto';
import type { Person } from './person.ts';
import { SeededRandom } from './random.ts';
import { BODIES, MEETINGS, SUBJECTS } from './texts.ts';

/** A person's mail, calendar and contacts, made up from the seed when somebody first looks. */
export interface Message {
  readonly id: string;
  version: number;
  readonly from: Person;
  to: readonly Address[];
  cc: readonly Address[];
  subject: string;
  bodyType: 'text' | 'html';
  body: string;
  readonly receivedAt: number;
  modifiedAt: number;
  isRead: boolean;
  isDraft: boolean;
  importance: string;
  readonly conversationId: string;
  readonly attachments: readonly Attachment[];
}

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

export interface Meeting {
  readonly id: string;
  version: number;
  subject: string;
  body: string;
  location: string;
  /** Milliseconds. */
  start: number;
  end: number;
  isAllDay: boolean;
  readonly organizer: Person;
  attendees: readonly Address[];
  readonly timeZone: string;
  modifiedAt: number;
}

export interface Mailbox {
  readonly messages: Map<string, Message>;
  readonly meetings: Map<string, Meeting>;
}

const DAY = 86_400_000;
const MESSAGES = 320;

/** @param today the first millisecond of the day the cloud started */
export function makeMailbox(
  owner: Person,
  people: readonly Person[],
  seed: number | string,
  today: number,
): Mailbox {
  const random = new SeededRandom(`${String(seed)} mailbox ${owner.id}`);
  const others = people.filter(
    ({ id, tenantId }) => id !== owner.id && tenantId === owner.tenantId,
  );
  const pick = () => others[random.below(others.length)] ?? owner;
  const messages = Array.from({ length: MESSAGES }, (_, index) =>
    makeMessage(owner, pick(), random, { index, today }),
  );
  const hostile = others.find(({ displayName }) => displayName.includes('<img'));
  const attack = hostile && attackFrom(hostile, owner, today);
  const all = attack ? [attack, ...messages] : messages;
  const meetings = Array.from({ length: 61 }, (_, day) => day - 30)
    .filter((day) => new Date(today + day * DAY).getUTCDay() % 6 !== 0)
    .flatMap((day) =>
      Array.from({ length: 1 + random.below(4) }, (_, index) =>
        makeMeeting(owner, [pick(), pick()], random, { day: today + day * DAY, index }),
      ),
    );
  return {
    messages: new Map(all.map((message) => [message.id, message])),
    meetings: new Map(meetings.map((meeting) => [meeting.id, meeting])),
  };
}

function makeMessage(
  owner: Person,
  from: Person,
  random: SeededRandom,
  { index, today }: { index: number; today: number },
): Message {
  const receivedAt = today - index * 6 * 3_600_000 - random.below(5 * 3_600_000);
  const subject = random.pick(SUBJECTS);
  const isHtml = random.next() < 0.5;
  const text = random.pick(BODIES);
  const id = mailId(owner, `message ${String(index)}`);
  return {
    id,
    version: 1,
    from,
    to: [toAddress(owner)],
    cc: [],
    subject,
    bodyType: isHtml ? 'html' : 'text',
    body: isHtml ? `<html><body><p>${text}</p></body></html>` : text,
    receivedAt,
    modifiedAt: receivedAt,
    isRead: index > 12 && random.next() < 0.85,
    isDraft: false,
    importance: random.next() < 0.08 ? 'high' : 'normal',
    conversationId: mailId(owner, `conversation ${subject}`),
    attachments:
      random.next() < 0.15
        ? [attachment(id, 'agenda.pdf', 'application/pdf', 20_000 + random.below(90_000))]
        : [],
  };
}

function attackFrom(from: Person, owner: Person, today: number): Message {
  const id = mailId(owner, 'attack');
  return {
    id,
    version: 1,
    from,
    to: [toAddress(owner)],
    cc: [],
    subject: '<img src=x onerror="document.title=21">',
    bodyType: 'html',
    body: '<script>document.title=22</script><a href="javascript:document.title=23">x</a>',
    receivedAt: today,
    modifiedAt: today,
    isRead: false,
    isDraft: false,
    importance: 'normal',
    conversationId: mailId(owner, 'conversation attack'),
    attachments: [attachment(id, '<svg onload=document.title=24>.svg', 'image/svg+xml', 99)],
  };
}

function attachment(id: string, name: string, contentType: string, size: number): Attachment {
  return { id: `${id}A1`, name, contentType, size };
}

function makeMeeting(
  owner: Person,
  [first, second]: readonly [Person, Person],
  random: SeededRandom,
  { day, index }: { day: number; index: number },
): Meeting {
  const start = day + (8 + random.below(9)) * 3_600_000 + random.below(4) * 900_000;
  const meeting = random.pick(MEETINGS);
  return {
    id: mailId(owner, `meeting ${String(day)} ${String(index)}`),
    version: 1,
    subject: meeting,
    body: `${meeting} – ${first.displayName}`,
    location: random.next() < 0.5 ? (first.officeLocation ?? '') : 'Online',
    start,
    end: start + (1 + random.below(4)) * 1_800_000,
    isAllDay: false,
    organizer: random.next() < 0.4 ? owner : first,
    attendees: [owner, first, second].map(toAddress),
    timeZone: first.timeZone,
    modifiedAt: day,
  };
}

export function toAddress(person: Person): Address {
  return { name: person.displayName, address: person.mail ?? person.userPrincipalName };
}

export function mailId(owner: Person, name: string): string {
  const hash = createHash('sha256').update(`${owner.id} ${name}`).digest('base64url');
  return `AAMkAD${hash}AAA=`;
}
