import * as v from 'valibot';
import { ConfigFile } from './config-file';
import { identityProvider } from './identity-provider';
import type { Settings } from './settings';
import { SettingsError, shown, type SettingsProblem } from './settings-error';

/**
 * Turns the parsed `config.json` into the settings of this deployment.
 *
 * @param config the parsed file, of any shape
 * @param page the address of the running app; redirect URIs are pages of its origin
 * @throws SettingsError that lists every problem found
 */
export function readSettings(config: unknown, page: URL): Settings {
  const parsed = v.safeParse(ConfigFile, config);
  if (!parsed.success) throw new SettingsError(parsed.issues.map(toProblem));
  const file = parsed.output;
  const problems = identityProviderProblems(file, page);
  if (problems.length > 0) throw new SettingsError(problems);
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
    redirectUri: page.origin + file.redirectUri,
    silentRedirectUri: page.origin + file.silentRedirectUri,
    postLogoutRedirectUri: page.origin + file.postLogoutRedirectUri,
  };
}

function identityProviderProblems(file: ConfigFile, page: URL): SettingsProblem[] {
  return [
    ...(file.cloud === undefined ? authorityProblems(file) : cloudProblems(file)),
    ...localCloudProblems(file, page),
  ];
}

function cloudProblems(file: ConfigFile): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (file.authority !== undefined) {
    problems.push(
      problem('authority', file.authority, 'Give "cloud" and "tenant" or "authority", not both.'),
    );
  }
  if (file.knownAuthorities !== undefined) {
    problems.push(
      problem(
        'knownAuthorities',
        file.knownAuthorities,
        'This goes with "authority" only: remove it.',
      ),
    );
  }
  if (file.tenant === undefined) {
    problems.push(
      problem(
        'tenant',
        undefined,
        'Say who may sign in: a tenant GUID or domain, or common, organizations or consumers. There is no default.',
      ),
    );
  }
  return problems;
}

function authorityProblems(file: ConfigFile): SettingsProblem[] {
  if (file.authority === undefined) {
    return [
      problem('cloud', undefined, 'Give "cloud" and "tenant", or "authority" and "graphBaseUrl".'),
    ];
  }
  const problems: SettingsProblem[] = [];
  if (file.tenant !== undefined) {
    problems.push(
      problem(
        'tenant',
        file.tenant,
        'The tenant is the last part of "authority": remove this field.',
      ),
    );
  }
  if (file.graphBaseUrl === undefined) {
    problems.push(
      problem(
        'graphBaseUrl',
        undefined,
        'With "authority", say where Microsoft Graph is: "https://graph.microsoft.com".',
      ),
    );
  }
  return problems;
}

function localCloudProblems(file: ConfigFile, page: URL): SettingsProblem[] {
  if (file.cloud !== 'local') {
    return file.localCloud === undefined
      ? []
      : [
          problem(
            'localCloud',
            file.localCloud,
            'This goes with "cloud": "local" only: remove it.',
          ),
        ];
  }
  // Names below it are this machine too: RFC 6761 section 6.3.
  if (!/^(.+\.)?localhost$/.test(page.hostname)) {
    return [
      problem(
        'cloud',
        'local',
        `The local cloud signs in anybody without a password, so it is refused on ${page.hostname}: give a real cloud, such as "global".`,
      ),
    ];
  }
  return file.graphBaseUrl === undefined
    ? []
    : [
        problem(
          'graphBaseUrl',
          file.graphBaseUrl,
          'The local cloud brings its own Graph: remove this field.',
        ),
      ];
}

function problem(field: string, value: unknown, remedy: string): SettingsProblem {
  return { field, value: shown(value), remedy };
}

function toProblem(issue: v.BaseIssue<unknown>): SettingsProblem {
  // For an unknown field, valibot's input is the field's name; its path always has the value.
  const found = issue.path ? issue.path.at(-1)?.value : issue.input;
  return problem(v.getDotPath(issue) ?? 'config.json', found, issue.message);
}
