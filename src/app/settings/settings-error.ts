/** One thing wrong with `config.json`, in words for the person who deploys the app. */
export interface SettingsProblem {
  /** The field, in dot notation (`scopes.0`), or `config.json` for the file as a whole. */
  readonly field: string;
  /** What was found there, shortened, or `(missing)`. */
  readonly value: string;
  /** What to put there instead. */
  readonly remedy: string;
}

/** Thrown when `config.json` cannot be had or does not hold; carries every problem found, not just the first. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly SettingsProblem[]) {
    super(problems.map((p) => `${p.field}: ${p.value}. ${p.remedy}`).join('\n'));
  }
}

/**
 * Describes a problem.
 *
 * @param field in dot notation
 * @param value what was found there, as it is; undefined for nothing
 * @param remedy what to put there instead
 */
export function problem(field: string, value: unknown, remedy: string): SettingsProblem {
  return { field, value: shown(value), remedy };
}

const MAX_VALUE_LENGTH = 80;

/** A value as a person can recognise it in their file: JSON, shortened to 80 characters. */
function shown(value: unknown): string {
  if (value === undefined) return '(missing)';
  const text = JSON.stringify(value);
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}
