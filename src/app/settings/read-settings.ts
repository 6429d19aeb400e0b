import * as v from 'valibot';
import { ConfigFile } from './validation/config-file';
import { identityProvider } from './identity-provider';
import { providerProblems } from './validation/provider-problems';
import type { Settings } from './settings';
import { problem, SettingsError, type SettingsProblem } from './settings-error';

/**
 * Turns the parsed `config.json` into the settings of this deployment.
 *
 * @param config the parsed file, of any shape
 * @param root the address of the app's root; redirect URIs are pages below it
 * @throws SettingsError that lists every problem found
 */
export function readSettings(config: unknown, root: URL): Settings {
  const parsed = v.safeParse(ConfigFile, config);
  const problems = parsed.issues?.map(toProblem) ?? [];
  if (isRecord(config)) problems.push(...providerProblems(config, root).filter(isNew(problems)));
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const file = parsed.output;
  const pageOf = (path: string) => new URL(`.${path}`, root).href;
  return {
    // As Entra ID writes GUIDs in tokens, which are compared with these.
    clientId: file.clientId.toLowerCase(),
    ...identityProvider(file),
    allowedTenants: file.allowedTenants?.map((tenant) => tenant.toLowerCase()),
    apis: file.apis.map((api) => ({ ...api, methods: api.methods })),
    scopes: file.scopes,
    cacheLocation: file.cacheLocation,
    interaction: file.interaction,
    idleTimeoutMinutes: file.idleTimeoutMinutes,
    supportEmail: file.supportEmail,
    basePath: root.pathname,
    redirectUri: pageOf(file.redirectUri),
    silentRedirectUri: pageOf(file.silentRedirectUri),
    postLogoutRedirectUri: pageOf(file.postLogoutRedirectUri),
  };
}

function isRecord(config: unknown): config is Record<string, unknown> {
  return typeof config === 'object' && config !== null && !Array.isArray(config);
}

/** What is wrong with a field by itself goes before what it does not go with. */
function isNew(problems: readonly SettingsProblem[]) {
  const fields = new Set(problems.map(({ field }) => field.split('.')[0]));
  return ({ field }: SettingsProblem) => !fields.has(field);
}

function toProblem(issue: v.BaseIssue<unknown>): SettingsProblem {
  // For an unknown field, valibot's input is the field's name; its path always has the value.
  const found = issue.path ? issue.path.at(-1)?.value : issue.input;
  return problem(v.getDotPath(issue) ?? 'config.json', found, issue.message);
}
