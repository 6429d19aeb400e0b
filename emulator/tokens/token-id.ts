import type { Random } from './random.ts';

/** `uti`, a token's own id: its number among all grants, then chance. */
export function tokenId(serial: number, random: Random): string {
  const bytes = Buffer.concat([Buffer.alloc(6), random(10)]);
  bytes.writeUIntBE(serial, 0, 6);
  return bytes.toString('base64url');
}

export function parseSerial(uti: unknown): number {
  const bytes = Buffer.from(typeof uti === 'string' ? uti : '', 'base64url');
  return bytes.length === 16 ? bytes.readUIntBE(0, 6) : 0;
}
