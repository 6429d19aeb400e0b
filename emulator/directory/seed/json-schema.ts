import type * as v from 'valibot';

/** A JSON Schema (draft 7), as far as a seed needs one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What valibot's schemas and the actions in their pipes hold, as far as it is read here. */
interface Part {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly item?: Part;
  readonly key?: Part;
  readonly value?: Part;
  readonly wrapped?: Part;
  readonly default?: unknown;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Part[];
  readonly requirement?: unknown;
  readonly description?: string;
}

/**
 * Translates a schema of valibot's for editors and other languages.
 *
 * @throws Error about a part nobody has needed yet
 */
export function toJsonSchema(schema: v.GenericSchema): JsonSchema {
  return translate(schema);
}

function translate(part: Part): JsonSchema {
  const [first, ...actions] = part.pipe ?? [];
  if (first && actions.length > 0) {
    return Object.assign({}, translate(first), ...actions.map(action)) as JsonSchema;
  }
  const known = Object.hasOwn(TYPES, part.type) ? TYPES[part.type] : undefined;
  if (!known) {
    throw new Error(`No JSON Schema is known for ${part.type}.`);
  }
  return known(part);
}

const TYPES: Readonly<Record<string, (part: Part) => JsonSchema>> = {
  string: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  array: ({ item }) => ({ type: 'array', items: inner(item) }),
  record: ({ key, value }) => ({
    type: 'object',
    propertyNames: inner(key),
    additionalProperties: inner(value),
  }),
  picklist: ({ options }) => ({ enum: options }),
  union: ({ options = [] }) => ({ anyOf: options.map((option) => translate(option as Part)) }),
  nullable: ({ wrapped }) => ({ anyOf: [inner(wrapped), { type: 'null' }] }),
  exact_optional: ({ wrapped }) => inner(wrapped),
  optional: ({ wrapped, default: value }) => ({ ...inner(wrapped), default: value }),
  strict_object: ({ entries = {} }) => ({
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [name, translate(entry)]),
    ),
    required: Object.keys(entries).filter((name) => !isOptional(entries[name])),
    additionalProperties: false,
  }),
};

function inner(part: Part | undefined): JsonSchema {
  return part ? translate(part) : {};
}

/** A pipe takes over the type of what it begins with. */
function isOptional(part: Part | undefined): boolean {
  return part?.type === 'optional' || part?.type === 'exact_optional';
}

function action({ type, requirement, description }: Part): JsonSchema {
  switch (type) {
    case 'uuid':
      return { format: 'uuid' };
    case 'url':
      return { format: 'uri' };
    case 'email':
      return { format: 'email' };
    case 'min_length':
      return { minLength: requirement };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'description':
      return { description };
    default:
      throw new Error(`No JSON Schema is known for ${type}.`);
  }
}
