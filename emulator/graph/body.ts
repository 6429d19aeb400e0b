import * as v from 'valibot';
import { invalidBody } from './mail/mail-errors.ts';

/** A request's body as its schema says, or a 400 that names the property. */
export function parseBody<T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, body);
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue) ?? 'body';
    throw invalidBody(`Property ${path} in payload has a value that does not match schema.`);
  }
  return result.output;
}
