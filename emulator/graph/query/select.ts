import { unknownSelection } from '../graph-error.ts';

/** `$select`: only the properties asked for, in the order asked, and an error for unknown ones. */
export interface Selection {
  readonly names: readonly string[];
  /** What `@odata.context` says about it: `(displayName,mail)` or nothing. */
  readonly suffix: string;
}

export function readSelect(
  parameter: string | null,
  known: readonly string[],
  defaults: readonly string[],
  type: string,
): Selection {
  const asked = (parameter ?? '').split(',').map((name) => name.trim());
  const given = asked.filter((name) => name !== '');
  if (given.length === 0) {
    return { names: defaults, suffix: '' };
  }
  if (given.includes('*')) {
    return { names: known, suffix: '(*)' };
  }
  const names = given.map((name) => {
    const exact = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (exact === undefined) {
      throw unknownSelection(name, type);
    }
    return exact;
  });
  return { names: [...new Set(names)], suffix: `(${given.join(',')})` };
}

/** A property that is offered but missing would vanish without a sound: that is our own mistake. */
export function pick(
  resource: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const missing = names.find((name) => !Object.hasOwn(resource, name));
  if (missing !== undefined) {
    throw new Error(`the resource lacks its property ${missing}`);
  }
  return Object.fromEntries(names.map((name) => [name, resource[name]]));
}

/** With `$expand`, `(id)` and `manager()` are `(id,manager())`. */
export function withExpansion(selected: string, expanded: string | undefined): string {
  return expanded === undefined
    ? selected
    : `(${[selected.slice(1, -1), expanded].filter((part) => part !== '').join(',')})`;
}
