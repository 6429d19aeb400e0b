/** Something that is wrong, for the person who sets the app up. */
export interface Finding {
  /** Stable name of the mistake, such as `redirect-uri-not-registered`. */
  readonly id: string;
  readonly what: string;
  readonly why: string;
  /** Portal path or command, exactly. */
  readonly remedy: string;
}

/** The outcome of one check. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** What could not be looked at, and why. */
  readonly notes?: readonly string[];
}

export const finding = (id: string, what: string, why: string, remedy: string): Finding => ({
  id,
  what,
  why,
  remedy,
});

export const outcome = (...findings: (Finding | undefined)[]): Outcome => ({
  findings: findings.filter((one) => one !== undefined),
});

/** Where an app registration is found in the admin center. */
export const portal = (blade: string): string =>
  `Entra ID → App registrations → this app → ${blade} (or npm run register)`;
