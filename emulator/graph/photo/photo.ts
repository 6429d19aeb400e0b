import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { portrait, portraitSizes } from '../../directory/portraits.ts';
import { bytes } from '../graph-response.ts';
import type { GraphResponse } from '../graph-response.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { GraphError, unknownSegment } from '../graph-error.ts';

/** profilePhoto: `/me/photo`, `/me/photos`, and the JPEG behind `$value` of either. */

const PERMISSIONS = [...['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', 'User.Read.All']];

/**
 * GET /me/photo: what the largest photo is.
 * @see https://learn.microsoft.com/graph/api/profilephoto-get
 *
 * @throws GraphError 404 for somebody without a photo
 */
export function photoMetadata(cloud: Cloud, caller: Caller, person: Person, path: string): object {
  requireScope(caller, PERMISSIONS);
  const size = portraitSizes(checkPhoto(person))[0] ?? 0;
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#${path}/photo/$entity`,
    ...describe(person, size),
  };
}

/**
 * GET /me/photos: one entry for each size there is.
 *
 * @throws GraphError 404 for somebody without a photo
 */
export function photoSizes(cloud: Cloud, caller: Caller, person: Person, path: string): object {
  requireScope(caller, PERMISSIONS);
  const sizes = portraitSizes(checkPhoto(person)).toReversed();
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#${path}/photos`,
    value: sizes.map((size) => describe(person, size)),
  };
}

/**
 * GET /me/photo/$value, or /me/photos/{size}/$value with a size such as 96x96.
 *
 * @throws GraphError 404 for somebody without a photo, and for a size that was never made
 */
export function photoValue(caller: Caller, person: Person, size?: string): GraphResponse {
  requireScope(caller, PERMISSIONS);
  const number = checkPhoto(person);
  const largest = portraitSizes(number)[0] ?? 0;
  const jpeg = portrait(number, size === undefined ? largest : parseSize(size));
  if (!jpeg) {
    throw notFound();
  }
  return bytes(new Uint8Array(jpeg), 'image/jpeg', { ETag: etag(person) });
}

function describe(person: Person, size: number): Record<string, unknown> {
  return {
    '@odata.mediaContentType': 'image/jpeg',
    '@odata.mediaEtag': etag(person),
    id: `${String(size)}x${String(size)}`,
    height: size,
    width: size,
  };
}

function parseSize(text: string): number {
  const [, width, height] = /^(\d{1,4})x(\d{1,4})$/i.exec(text) ?? [];
  if (width === undefined || width !== height) {
    throw unknownSegment(text);
  }
  return Number(width);
}

function checkPhoto(person: Person): number {
  if (person.portrait === null) {
    throw notFound();
  }
  return person.portrait;
}

function notFound(): GraphError {
  return new GraphError(404, 'ErrorEntityNotFound', 'The photo was not found.');
}

function etag(person: Person): string {
  return `"${person.id.slice(0, 8).toUpperCase()}${String(person.portrait)}"`;
}
