import type { User } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import { personName, visibleText } from '../auth/accounts/person-name';

const text = v.nullish(v.string());

const fields = {
  id: v.string(),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  jobTitle: text,
  department: text,
  officeLocation: text,
} satisfies Partial<Record<keyof User, v.GenericSchema>>;

/**
 * Somebody of the organization. With User.ReadBasic.All alone, Graph leaves out all but name and addresses.
 * @see https://learn.microsoft.com/graph/api/resources/user
 */
export const Colleague = v.object(fields);
export type Colleague = v.InferOutput<typeof Colleague>;

/** The fields to `$select`. */
export const COLLEAGUE_FIELDS = Object.keys(fields).join();

export function nameOf({ displayName, userPrincipalName, mail }: Colleague): string {
  return personName(displayName, userPrincipalName, mail);
}

/** Job, department and office on one line; empty when Graph has none of them. */
export function roleOf({ jobTitle, department, officeLocation }: Colleague): string {
  return [jobTitle, department, officeLocation].map(visibleText).filter(Boolean).join(' · ');
}
