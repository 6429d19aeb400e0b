import { formatLocale } from '../settings/format-locale';

/** One claim of the ID token, for people to read. */
export interface Claim {
  readonly name: string;
  readonly value: string;
  /** What it is; empty for a claim that is not described here. */
  readonly meaning: string;
}

/** @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
const MEANINGS: Readonly<Record<string, string>> = {
  acct: $localize`Whether this is a member (0) or a guest (1) of the directory.`,
  amr: $localize`How you proved who you are.`,
  aud: $localize`The app that the token is for: this one.`,
  auth_time: $localize`When you proved who you are.`,
  email: $localize`Your email address, as the directory has it. Not proof of who you are.`,
  exp: $localize`Until when the token is valid. Your session may last longer.`,
  groups: $localize`The groups you are a member of, by their ids.`,
  hasgroups: $localize`That you are in more groups than fit into a token.`,
  iat: $localize`When the token was made.`,
  idp: $localize`Who confirmed who you are, where that was another directory.`,
  iss: $localize`Who made the token.`,
  login_hint: $localize`What names your account to Entra ID when you sign out or in again.`,
  name: $localize`Your name, as it is shown. Not unique, and it may change.`,
  nbf: $localize`From when the token is valid.`,
  nonce: $localize`Ties the token to this browser’s sign-in.`,
  oid: $localize`Your id in the directory, the same for every app of it.`,
  preferred_username: $localize`Your sign-in name. It may change.`,
  roles: $localize`What you may do in this app, as an administrator assigned it.`,
  sid: $localize`Your session at Entra ID, for signing out of all its apps.`,
  sub: $localize`Your id for this app, which no other app sees.`,
  tid: $localize`The directory that you are in.`,
  upn: $localize`Your user principal name in the directory.`,
  ver: $localize`The version of the token’s format.`,
};

/** Claims that are seconds since 1970. */
const TIMES = new Set(['auth_time', 'exp', 'iat', 'nbf']);

/** Claims that only machines read, and that say nothing to a person. */
const INTERNAL = new Set(['aio', 'rh', 'uti', 'xms_cc', 'c_hash', 'at_hash']);

const WHEN = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'medium', timeStyle: 'medium' });

/** Returns the claims of an ID token in the order of their names. Never the token itself. */
export function describeClaims(claims: Readonly<Record<string, unknown>>): Claim[] {
  return Object.keys(claims)
    .filter((name) => !INTERNAL.has(name))
    .sort()
    .map((name) => ({
      name,
      value: textOf(name, claims[name]),
      meaning: Object.hasOwn(MEANINGS, name) ? (MEANINGS[name] ?? '') : '',
    }));
}

function textOf(name: string, value: unknown): string {
  if (TIMES.has(name) && typeof value === 'number' && Number.isFinite(value * 1000))
    return WHEN.format(value * 1000);
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
