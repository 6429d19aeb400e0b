import { readFileSync } from 'node:fs';

/** Drawn, abstract faces; nobody real. The largest size first. */
export const PORTRAIT_SIZES = [240, 96, 48] as const;

const PORTRAITS = 24;
const cache = new Map<string, Buffer>();

export function portrait(number: number, pixels: number): Buffer | undefined {
  const size = PORTRAIT_SIZES.find((known) => known === pixels);
  if (!Number.isInteger(number) || number < 0 || number >= PORTRAITS || size === undefined) {
    return undefined;
  }
  const name = `${String(number)}-${String(size)}.jpg`;
  const jpeg = cache.get(name) ?? readFileSync(new URL(`photos/${name}`, import.meta.url));
  cache.set(name, jpeg);
  return jpeg;
}
