import { readFileSync } from 'node:fs';

/**
 * Drawn, abstract faces; nobody real. Graph makes the sizes up to that of the photo which was uploaded, and
 * enlarges none: the featured people uploaded large ones, the others small ones.
 * @see https://learn.microsoft.com/graph/api/profilephoto-get
 */
const LARGE = [648, 504, 432, 360] as const;
const SMALL = [240, 120, 96, 64, 48] as const;

const PORTRAITS = 24;
const WITH_LARGE = 8;
const cache = new Map<string, Buffer>();

/** @returns the widths in pixels that a portrait exists in, the largest first; none for one that is not there */
export function portraitSizes(number: number): readonly number[] {
  if (!Number.isInteger(number) || number < 0 || number >= PORTRAITS) {
    return [];
  }
  return number < WITH_LARGE ? [...LARGE, ...SMALL] : SMALL;
}

/** @returns the JPEG, or undefined where there is none of this number and size */
export function portrait(number: number, pixels: number): Buffer | undefined {
  if (!portraitSizes(number).includes(pixels)) {
    return undefined;
  }
  const name = `${String(number)}-${String(pixels)}.jpg`;
  const jpeg = cache.get(name) ?? readFileSync(new URL(`photos/${name}`, import.meta.url));
  cache.set(name, jpeg);
  return jpeg;
}
