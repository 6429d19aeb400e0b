/**
 * Fields of config.json as environment variables: `APP_` and the field's name in capitals, `APP_CLIENT_ID`. Lists,
 * objects and numbers are JSON, text is as it is.
 */
const PREFIX = 'APP_';

/** Returns the environment variables that stand for a config.json. */
export function environmentOf(config: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([field, value]) => [
      PREFIX + field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

/** Returns the config.json that environment variables stand for; the app's own check says what is wrong with it. */
export function configFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(environment)
      .filter(([name, value]) => name.startsWith(PREFIX) && value !== undefined)
      .map(([name, value = '']) => [fieldOf(name), valueOf(value)]),
  );
}

/** The name of the variable that stands for a field, in dot notation or not: `apis.0.origin` is in `APP_APIS`. */
export function variableOf(field: string): string {
  const [name = ''] = field.split('.');
  return Object.keys(environmentOf({ [name]: '' }))[0] ?? name;
}

const fieldOf = (name: string): string =>
  name
    .slice(PREFIX.length)
    .toLowerCase()
    .replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

function valueOf(text: string): unknown {
  if (!/^\s*[[{\d]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
