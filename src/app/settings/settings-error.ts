/** A problem with `config.json`, for the person who deploys the app. */
export interface SettingsProblem {
  /** In dot notation (`scopes.0`), or `config.json` for the whole file. */
  readonly field: string;
  readonly value: string;
  readonly remedy: string;
}

/** Thrown when `config.json` cannot be fetched or is not valid; lists every problem found. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly SettingsProblem[];

  // No parameter property: Node, which checks settings where they are deployed, strips types and compiles nothing.
  constructor(problems: readonly SettingsProblem[]) {
    super(problems.map((p) => `${p.field}: ${p.value}. ${p.remedy}`).join('\n'));
    this.problems = problems;
  }
}

/** Makes a problem of a field in dot notation and the value found there, undefined for none. */
export function problem(field: string, value: unknown, remedy: string): SettingsProblem {
  return { field, value: preview(value), remedy };
}

const MAX_VALUE_LENGTH = 80;

function preview(value: unknown): string {
  if (value === undefined) return '(missing)';
  const text = JSON.stringify(value);
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}
