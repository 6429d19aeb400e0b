import * as v from 'valibot';

const text = v.nullish(v.string());

/** The part of Graph's `user` that pages show. @see https://learn.microsoft.com/graph/api/resources/user */
export const Person = v.object({
  id: v.string(),
  displayName: text,
  userPrincipalName: text,
  jobTitle: text,
  mail: text,
  businessPhones: v.nullish(v.array(v.string()), []),
  mobilePhone: text,
  officeLocation: text,
  department: text,
  companyName: text,
  city: text,
  country: text,
  /** A language tag: `en-US`. */
  preferredLanguage: text,
});

export type Person = v.InferOutput<typeof Person>;
