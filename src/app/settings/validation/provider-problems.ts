import { clouds, type Cloud, isB2cPolicy } from '../clouds';
import type { ConfigFile } from './config-file';
import { oidcProblems, tenantlessAuthority, unregisteredClient } from './oidc-problems';
import { foreignGraph, unknownAuthority } from './pair-problems';
import { problem, type SettingsProblem } from '../settings-error';

/** Not validated: an invalid field may hold anything. */
export type Fields = Partial<Record<keyof ConfigFile, unknown>>;

/**
 * Finds the fields about the identity provider and Graph that do not fit together.
 * @param fields the parsed file; a field that is invalid by itself is reported by `ConfigFile`
 * @param page the address of the running app
 */
export function providerProblems(fields: Fields, page: URL): SettingsProblem[] {
  const client = unregisteredClient(fields);
  if (fields.protocol === 'oidc') return [...oidcProblems(fields), ...unlessLocal(fields)];
  return fields.cloud === undefined
    ? [...client, ...authorityProblems(fields), ...unlessLocal(fields)]
    : [...client, ...cloudProblems(fields), ...presetProblems(fields, page)];
}

function cloudProblems({ authority, knownAuthorities, tenant }: Fields): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (authority !== undefined) {
    problems.push(
      problem('authority', authority, 'Give "cloud" and "tenant" or "authority", not both.'),
    );
  }
  if (knownAuthorities !== undefined) {
    problems.push(
      problem('knownAuthorities', knownAuthorities, 'This goes with "authority" only: remove it.'),
    );
  }
  if (tenant === undefined) {
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

function authorityProblems(fields: Fields): SettingsProblem[] {
  const { authority, tenant, graphBaseUrl } = fields;
  if (authority === undefined) {
    return [
      problem('cloud', undefined, 'Give "cloud" and "tenant", or "authority" and "graphBaseUrl".'),
    ];
  }
  const problems: SettingsProblem[] = [];
  if (tenant !== undefined) {
    problems.push(
      problem('tenant', tenant, 'The tenant is the last part of "authority": remove this field.'),
    );
  }
  if (isB2cPolicy(authority)) return [...problems, ...policyProblems(fields)];
  if (graphBaseUrl === undefined) {
    problems.push(
      problem(
        'graphBaseUrl',
        undefined,
        'With "authority", say where Microsoft Graph is: "https://graph.microsoft.com".',
      ),
    );
  }
  return [
    ...problems,
    ...tenantlessAuthority(fields),
    ...foreignGraph(fields),
    ...unknownAuthority(fields),
  ];
}

function policyProblems(fields: Fields): SettingsProblem[] {
  const { graphBaseUrl } = fields;
  const unknown = unknownAuthority(fields);
  if (graphBaseUrl === undefined) return unknown;
  const remedy =
    'Microsoft Graph takes no tokens of Azure AD B2C: remove this field, and give your own APIs in "apis".';
  return [...unknown, problem('graphBaseUrl', graphBaseUrl, remedy)];
}

function presetProblems(fields: Fields, page: URL): SettingsProblem[] {
  const { cloud } = fields;
  if (!isCloud(cloud)) return [];
  return cloud === 'local'
    ? localProblems(fields, page)
    : [...unlessLocal(fields), ...foreignGraph(fields), ...personalProblems(fields)];
}

function localProblems({ graphBaseUrl }: Fields, page: URL): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  // Names below it are this machine too: RFC 6761 section 6.3.
  if (!/^(.+\.)?localhost$/.test(page.hostname)) {
    problems.push(
      problem(
        'cloud',
        'local',
        `The local cloud signs in anybody without a password, so it is refused on ${page.hostname}: give a real cloud, such as "global".`,
      ),
    );
  }
  if (graphBaseUrl !== undefined) {
    problems.push(
      problem(
        'graphBaseUrl',
        graphBaseUrl,
        'The local cloud brings its own Graph: remove this field.',
      ),
    );
  }
  return problems;
}

function personalProblems({ cloud, tenant }: Fields): SettingsProblem[] {
  if (tenant !== 'consumers' || cloud === 'global') return [];
  return [
    problem(
      'tenant',
      tenant,
      'Personal accounts are in the cloud "global" only: give a tenant or organizations, or the cloud "global".',
    ),
  ];
}

function unlessLocal({ localCloud }: Fields): SettingsProblem[] {
  if (localCloud === undefined) return [];
  return [problem('localCloud', localCloud, 'This goes with "cloud": "local" only: remove it.')];
}

function isCloud(value: unknown): value is Cloud {
  return typeof value === 'string' && Object.hasOwn(clouds, value);
}
