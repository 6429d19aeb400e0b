/** A resource's properties by path, `from/emailAddress/address`, and how two of them compare. */
export type Resource = Readonly<Record<string, unknown>>;

export function textAt(resource: Resource, path: string): string {
  const value = valueAt(resource, path);
  return typeof value === 'string' ? value.toLowerCase() : '';
}

export function valueAt(resource: Resource, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Resource)[name]
          : undefined,
      resource,
    );
}

/** Text compares without regard to case, as Graph's directory and mailboxes do. NaN is no order. */
export function order(left: unknown, right: unknown): number {
  if ((left ?? null) === null || right === null) {
    return (left ?? null) === right ? 0 : NaN;
  }
  const [a, b] = [left, right].map((value) =>
    typeof value === 'string' ? value.toLowerCase() : Number(value),
  );
  if (a === undefined || b === undefined || a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
