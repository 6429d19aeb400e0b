import { GraphError } from '../graph-error.ts';

/** Exchange's dialect of refusal, for mail and calendar. */

export const accessDenied = () =>
  new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

export const itemNotFound = () =>
  new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

const conflict = () =>
  new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );

export const invalidBody = (detail: string) => new GraphError(400, 'BadRequest', detail);

/** `If-Match` names the version the client saw; `*` or none takes any. */
export function checkVersion(ifMatch: string | undefined, etag: string): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag) {
    throw conflict();
  }
}

export function toVersion(item: { readonly id: string; readonly version: number }): {
  changeKey: string;
  etag: string;
} {
  const changeKey = Buffer.from(`${item.id.slice(6, 18)}${String(item.version)}`).toString(
    'base64',
  );
  return { changeKey, etag: `W/"${changeKey}"` };
}
