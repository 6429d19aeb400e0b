import { GraphError, unknownProperty } from '../graph-error.ts';
import { order, valueAt } from './property.ts';
import type { Resource } from './property.ts';

/** One key of `$orderby`: `receivedDateTime desc`. */
export interface SortKey {
  readonly path: string;
  readonly descending: boolean;
}

/** @throws GraphError 400 for a property that the type does not have, or a direction that is none */
export function readOrderBy(
  parameter: string | null,
  { type, properties }: { type: string; properties: readonly string[] },
): SortKey[] {
  if (parameter === null) {
    return [];
  }
  return parameter.split(',').map((key) => {
    const [, path = '', direction = ''] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(key) ?? [];
    if (path === '') {
      throw new GraphError(400, 'BadRequest', `Syntax error in '${key.slice(0, 80)}' of $orderby.`);
    }
    if (!properties.includes(path.split('/')[0] ?? '')) {
      throw unknownProperty(path, type);
    }
    return { path, descending: direction.toLowerCase() === 'desc' };
  });
}

export function sorted(items: readonly Resource[], keys: readonly SortKey[]): readonly Resource[] {
  if (keys.length === 0) {
    return items;
  }
  return items.toSorted((a, b) => {
    for (const { path, descending } of keys) {
      const result = order(valueAt(a, path), valueAt(b, path)) || 0;
      if (result !== 0) {
        return descending ? -result : result;
      }
    }
    return 0;
  });
}
