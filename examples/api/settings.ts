import * as v from 'valibot';

/** Where tokens come from, for whom they have to be, and who may call. */
export interface ApiSettings {
  /** Origin of the identity provider: `https://login.microsoftonline.com`. */
  readonly login: string;
  /** This API's own application (client) ID: `aud` of a version 2 token. */
  readonly audience: string;
  /** Directories whose people may call. Never empty: a token of anybody's tenant is no permission. */
  readonly tenants: readonly string[];
  /** Client IDs of the apps that may call: `azp`. */
  readonly apps: readonly string[];
  /** Origins of the app's pages, for CORS. */
  readonly origins: readonly string[];
}

const guids = (name: string) =>
  v.pipe(
    v.string(`${name} is missing: give GUIDs with commas between them.`),
    v.transform((text) => text.split(',').map((part) => part.trim().toLowerCase())),
    v.array(v.pipe(v.string(), v.uuid(`${name} takes GUIDs with commas between them.`))),
  );

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;

const Environment = v.pipe(
  v.object({
    TASKS_LOGIN: v.optional(
      v.pipe(v.string(), v.check(isOrigin, 'TASKS_LOGIN takes an origin without a path.')),
      'https://login.microsoftonline.com',
    ),
    TASKS_CLIENT_ID: v.pipe(
      v.string('TASKS_CLIENT_ID is missing: give the client ID of this API’s registration.'),
      v.uuid('TASKS_CLIENT_ID takes a GUID.'),
      v.toLowerCase(),
    ),
    TASKS_TENANTS: guids('TASKS_TENANTS'),
    TASKS_APPS: guids('TASKS_APPS'),
    TASKS_ORIGINS: v.pipe(
      v.string(
        'TASKS_ORIGINS is missing: give the origins of the app, such as https://app.contoso.com.',
      ),
      v.transform((text) => text.split(',').map((part) => part.trim())),
      v.array(v.pipe(v.string(), v.check(isOrigin, 'TASKS_ORIGINS takes origins without a path.'))),
    ),
  }),
  v.transform((environment): ApiSettings => ({
    login: environment.TASKS_LOGIN,
    audience: environment.TASKS_CLIENT_ID,
    tenants: environment.TASKS_TENANTS,
    apps: environment.TASKS_APPS,
    origins: environment.TASKS_ORIGINS,
  })),
);

/**
 * Reads the settings of the API from environment variables.
 *
 * @throws Error with a sentence for each that is missing or wrong
 */
export function readApiSettings(environment: NodeJS.ProcessEnv): ApiSettings {
  const result = v.safeParse(Environment, environment);
  if (result.success) return result.output;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}
