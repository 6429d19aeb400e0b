import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import { PORTRAIT_SIZES, portrait } from '../directory/portraits.ts';
import { bytes } from './graph-response.ts';
import type { GraphResponse } from './graph-response.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { GraphError, unknownSegment } from './graph-error.ts';

/** profilePhoto: `/me/photo`, `/me/photo/$value`, `/me/photos/{size}/$value`. */

const PERMISSIONS = [...['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', 'User.Read.All']];

export function photoMetadata(cloud: Cloud, caller: Caller, person: Person, path: string): object {
  requireScope(caller, PERMISSIONS);
  checkPhoto(person);
  const size = PORTRAIT_SIZES[0];
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#${path}/photo/$entity`,
    '@odata.mediaContentType': 'image/jpeg',
    '@odata.mediaEtag': etag(person),
    id: `${String(size)}x${String(size)}`,
    height: size,
    width: size,
  };
}

/** Differs from Entra: photos exist in three sizes, where Graph makes up to nine. */
export function photoValue(caller: Caller, person: Person, size?: string): GraphResponse {
  requireScope(caller, PERMISSIONS);
  const number = checkPhoto(person);
  const jpeg = portrait(number, size === undefined ? PORTRAIT_SIZES[0] : parseSize(size));
  if (!jpeg) {
    throw notFound();
  }
  return bytes(new Uint8Array(jpeg), 'image/jpeg', { ETag: etag(person) });
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
