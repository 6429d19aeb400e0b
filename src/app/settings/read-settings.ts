import * as v from 'valibot';
import { ConfigFile } from './validation/config-file';
import { identityProvider } from './identity-provider';
import { providerProblems } from './validation/provider-problems';
import type { Settings } from './settings';
import { problem, SettingsError, type SettingsProblem } from './settings-error';

/**
 * Validates the parsed `config.json` and derives the settings of this deployment.
 * @param root the address of the app's root in this language; redirect URIs are pages below it
 * @param site the same without the language; the bridge page, which is one for all, lies there
 * @throws SettingsError that lists every problem found
 */
export function readSettings(config: unknown, root: URL, site = root): Settings {
  const parsed = v.safeParse(ConfigFile, config);
  const problems = parsed.issues?.map(toProblem) ?? [];
  if (isRecord(config)) problems.push(...providerProblems(config, root).filter(isNew(problems)));
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const file = parsed.output;
  const provider = identityProvider(file);
  const pageOf = (path: string, base = root) => new URL(`.${path}`, base).href;
  return {
    ...provider,
    clientId: clientIdOf(file),
    allowedTenants: file.allowedTenants?.map((tenant) => tenant.toLowerCase()),
    apis: file.apis.map((api) => ({ ...api, methods: api.methods })),
    scopes: file.scopes ?? defaultScopes(provider),
    cacheLocation: file.cacheLocation,
    interaction: file.interaction,
    idleTimeoutMinutes: file.idleTimeoutMinutes,
    silentSignIn: file.silentSignIn,
    signUp: file.signUp,
    remoteImages: file.remoteImages,
    supportEmail: file.supportEmail,
    reportUrl: file.reportUrl,
    basePath: root.pathname,
    storagePath: site.pathname,
    redirectUri: pageOf(file.redirectUri),
    silentRedirectUri: pageOf(file.silentRedirectUri, site),
    postLogoutRedirectUri: pageOf(file.postLogoutRedirectUri),
  };
}

/** Entra's tokens have GUIDs in lower case; client ids of other providers are as they are. */
function clientIdOf({ protocol, clientId }: ConfigFile): string {
  return protocol === 'oidc' ? clientId : clientId.toLowerCase();
}

/** What the profile needs of Graph, where there is one. */
function defaultScopes({ graphBaseUrl }: Pick<Settings, 'graphBaseUrl'>): readonly string[] {
  return graphBaseUrl ? ['User.Read'] : [];
}

function isRecord(config: unknown): config is Record<string, unknown> {
  return typeof config === 'object' && config !== null && !Array.isArray(config);
}

/** Keeps one problem a field: an invalid field is not also reported for what it does not fit. */
function isNew(problems: readonly SettingsProblem[]) {
  const fields = new Set(problems.map(({ field }) => field.split('.')[0]));
  return ({ field }: SettingsProblem) => !fields.has(field);
}

function toProblem(issue: v.BaseIssue<unknown>): SettingsProblem {
  // For an unknown field, valibot's input is its name; the path always has the value.
  const found = issue.path ? issue.path.at(-1)?.value : issue.input;
  return problem(v.getDotPath(issue) ?? 'config.json', found, issue.message);
}
