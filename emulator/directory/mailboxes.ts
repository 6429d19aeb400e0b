import type { Directory } from './directory.ts';
import { makeMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import type { Person } from './person.ts';

/** Everybody's mailbox, made when first opened and forgotten by a reset. */
export class Mailboxes {
  private readonly boxes = new Map<string, Mailbox>();
  private readonly directory: Directory;
  private readonly seed: number | string;
  private readonly today: number;

  constructor(directory: Directory, seed: number | string, now: number) {
    this.directory = directory;
    this.seed = seed;
    this.today = now - (now % 86_400_000);
  }

  of(owner: Person): Mailbox {
    const known = this.boxes.get(owner.id);
    if (known) {
      return known;
    }
    const box = makeMailbox(owner, this.directory.people, this.seed, this.today);
    this.boxes.set(owner.id, box);
    return box;
  }

  clear(): void {
    this.boxes.clear();
  }
}
