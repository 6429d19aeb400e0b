import { attackFrom, makeMessages } from './mailbox/messages.ts';
import type { Meeting, Message } from './mailbox/items.ts';
import { makeMeetings } from './mailbox/meetings.ts';
import { makeSeries } from './mailbox/series.ts';
import type { Person } from './person.ts';
import { SeededRandom } from './random.ts';

/** A person's mail and calendar, made up from the seed when somebody first looks. */
export interface Mailbox {
  readonly messages: Map<string, Message>;
  readonly meetings: Map<string, Meeting>;
}

const MESSAGES = 320;
/** Whose mailbox shows what a page does with a lot. */
const BUSIEST = 'adele@contoso.example';
const MESSAGES_OF_THE_BUSIEST = 3000;

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
  const hostile = others.find(({ displayName }) => displayName.includes('<img'));
  const colleagues = others.filter((person) => person !== hostile);
  const pick = () => colleagues[random.below(colleagues.length)] ?? owner;
  const attack = hostile && attackFrom(hostile, owner, today);
  const isBusiest = owner.userPrincipalName === BUSIEST;
  // The attack is one of them.
  const count = (isBusiest ? MESSAGES_OF_THE_BUSIEST : MESSAGES) - (attack ? 1 : 0);
  const messages = makeMessages(owner, pick, random, { count, today });
  const all = attack ? [attack, ...messages] : messages;
  const manager = people.find(({ id }) => id === owner.managerId) ?? owner;
  const meetings = [
    ...makeSeries(owner, manager, today),
    ...makeMeetings(owner, pick, random, today),
  ];
  for (const meeting of meetings) {
    meeting.modifiedAt = Math.min(meeting.modifiedAt, today);
  }
  return {
    messages: new Map(all.map((message) => [message.id, message])),
    meetings: new Map(meetings.map((meeting) => [meeting.id, meeting])),
  };
}
