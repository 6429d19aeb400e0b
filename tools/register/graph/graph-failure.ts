/** What was being done when Graph refused it. */
export type Doing = 'read' | 'create' | 'update' | 'remove' | 'consent';

/** What Graph said. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** A refusal of Microsoft Graph, with what a person can do about it. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly status: number;
  readonly code: string;
  readonly remedy: string;

  constructor(refusal: Refusal, doing: Doing) {
    const remedy = remedyFor(refusal, doing);
    super(
      `Microsoft Graph answered ${refusal.status} ${refusal.code}: ${refusal.message} ${remedy} (request-id ${refusal.requestId})`,
    );
    this.status = refusal.status;
    this.code = refusal.code;
    this.remedy = remedy;
  }
}

const ROLES: Readonly<Record<Doing, string>> = {
  read: 'Reading registrations needs the directory role Application Developer or Cloud Application Administrator.',
  create:
    'Registering an app needs the directory role Application Developer or Cloud Application Administrator: this tenant does not let everybody register apps (Entra ID → Users → User settings → Users can register applications).',
  update:
    'Changing this registration needs its owner, or the directory role Cloud Application Administrator.',
  remove:
    'Deleting this registration needs its owner, or the directory role Cloud Application Administrator.',
  consent:
    'Granting consent for everybody needs the directory role Cloud Application Administrator or Privileged Role Administrator.',
};

function remedyFor({ status, code }: { status: number; code: string }, doing: Doing): string {
  if (status === 403) return ROLES[doing];
  if (status === 401) return 'The sign-in has expired: sign in again, then run the command again.';
  if (status === 429)
    return 'Graph throttles this tenant: wait some minutes, then run the command again.';
  if (/policy/i.test(code)) {
    return 'A policy of the tenant forbids this: ask an administrator (Entra ID → Enterprise applications → Application policies).';
  }
  if (status >= 500) return 'Graph failed: run the command again; it goes on from where it was.';
  return 'Nothing further was changed: correct what Graph names, then run the command again.';
}
