import type { Person } from '../person.ts';
import type { SeededRandom } from '../random.ts';
import { BODIES, SUBJECTS } from '../texts.ts';
import { mailId, toAddress } from './items.ts';
import type { Attachment, Message } from './items.ts';

/** A year of mail, the newest message first. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** @param pick draws a colleague */
export function makeMessages(
  owner: Person,
  pick: () => Person,
  random: SeededRandom,
  { count, today }: { count: number; today: number },
): Message[] {
  const apart = Math.min(6 * HOUR, Math.floor(YEAR / count));
  return Array.from({ length: count }, (_, index) => {
    const receivedAt = today - index * apart - random.below(apart);
    return makeMessage(owner, pick(), random, { index, receivedAt });
  });
}

function makeMessage(
  owner: Person,
  other: Person,
  random: SeededRandom,
  { index, receivedAt }: { index: number; receivedAt: number },
): Message {
  const subject = random.pick(SUBJECTS);
  const isHtml = random.next() < 0.5;
  const text = random.pick(BODIES);
  const id = mailId(owner, `message ${String(index)}`);
  const folder = drawFolder(random, index);
  const isOwn = folder === 'sentitems' || folder === 'drafts';
  const isSeen = index > 12 && random.next() < 0.85;
  return {
    id,
    version: 1,
    folder,
    from: isOwn ? owner : other,
    to: [toAddress(isOwn ? other : owner)],
    cc: [],
    subject,
    bodyType: isHtml ? 'html' : 'text',
    body: isHtml ? `<html><body><p>${text}</p></body></html>` : text,
    receivedAt,
    modifiedAt: receivedAt,
    isRead: isOwn || isSeen,
    isDraft: folder === 'drafts',
    importance: random.next() < 0.08 ? 'high' : 'normal',
    conversationId: mailId(owner, `conversation ${subject}`),
    attachments:
      random.next() < 0.15
        ? [attachment(id, 'agenda.pdf', 'application/pdf', 20_000 + random.below(90_000))]
        : [],
  };
}

/** The archive stays empty, so that pages show what that looks like. */
function drawFolder(random: SeededRandom, index: number): string {
  const draw = random.next();
  if (index === 3 || index === 40) {
    return 'drafts';
  }
  const shares: readonly [string, number][] = [
    ['inbox', 0.64],
    ['sentitems', 0.8],
    ['deleteditems', 0.86],
    ['junkemail', 0.88],
    ['newsletters', 0.92],
    ['projects', 0.94],
    ['bellevue', 0.97],
  ];
  return shares.find(([, share]) => draw < share)?.[0] ?? 'website';
}

/** A message whose every field is an attack, on the first screen of the list but not what a newcomer sees first. */
export function attackFrom(from: Person, owner: Person, today: number): Message {
  const id = mailId(owner, 'attack');
  const receivedAt = today - DAY;
  return {
    id,
    version: 1,
    folder: 'inbox',
    from,
    to: [toAddress(owner)],
    cc: [],
    subject: '<img src=x onerror="document.title=21">',
    bodyType: 'html',
    body: '<script>document.title=22</script><a href="javascript:document.title=23">x</a>',
    receivedAt,
    modifiedAt: receivedAt,
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
