import { createHash } from 'node:crypto';
import type { Person } from '../person.ts';

/** What lies in a mailbox. */
export interface Message {
  readonly id: string;
  version: number;
  /** The key of its folder. */
  folder: string;
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
  /** Milliseconds: instants, but of an all-day event the midnights of any zone's clocks, as if they were UTC's. */
  start: number;
  end: number;
  isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof';
  type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  /** Of an occurrence. */
  readonly seriesMasterId: string | null;
  /** Of a series. */
  readonly recurrence: WeeklyRecurrence | null;
  readonly organizer: Person;
  attendees: readonly Address[];
  readonly timeZone: string;
  modifiedAt: number;
}

export interface WeeklyRecurrence {
  readonly interval: number;
  readonly daysOfWeek: readonly string[];
  /** `2026-05-04` */
  readonly firstDay: string;
  readonly lastDay: string;
}

export function toAddress(person: Person): Address {
  return { name: person.displayName, address: person.mail ?? person.userPrincipalName };
}

/** @returns an id that depends on the owner and the name alone */
export function mailId(owner: Person, name: string): string {
  const hash = createHash('sha256').update(`${owner.id} ${name}`).digest('base64url');
  return `AAMkAD${hash}AAA=`;
}
