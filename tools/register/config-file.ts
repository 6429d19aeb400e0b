import { checkConfig } from '../../hosting/check-config.ts';
import type { RegisterCloud } from './clouds.ts';

/** The example API's Application ID URI in the local cloud, which no real tenant knows. */
const LOCAL_API = 'api://tasks.contoso.example/';

/** config.json as committed: the local cloud, its sample registration, and the example API. */
export const COMMITTED_CONFIG = {
  clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
  cloud: 'local',
  tenant: 'common',
  apis: [
    {
      name: 'Tasks',
      origin: 'http://localhost:4002',
      paths: ['/tasks'],
      scopes: [`${LOCAL_API}Tasks.Read`],
      methods: ['GET'],
    },
    {
      name: 'Tasks',
      origin: 'http://localhost:4002',
      paths: ['/tasks', '/tasks/*'],
      scopes: [`${LOCAL_API}Tasks.ReadWrite`],
      methods: ['POST', 'PATCH', 'DELETE'],
    },
  ],
};

const WHO_AND_WHERE = [
  'clientId',
  'cloud',
  'tenant',
  'authority',
  'knownAuthorities',
  'graphBaseUrl',
  'apis',
];

/**
 * The text of config.json for a registration; fields about anything else stay. A real cloud does not get the rows of the
 * local cloud's example API: docs/own-api.md says what they are there.
 *
 * @param before the parsed file there is
 * @throws Error when the app would refuse it
 */
export async function configText(
  before: Readonly<Record<string, unknown>>,
  cloud: RegisterCloud,
  { clientId, tenant }: { clientId: string; tenant: string },
): Promise<string> {
  const dropped = [...WHO_AND_WHERE, ...(cloud.config.cloud === 'local' ? [] : ['localCloud'])];
  const kept = Object.entries(before).filter(([name]) => !dropped.includes(name));
  const { graphBaseUrl } = cloud.config;
  const config = {
    clientId,
    cloud: cloud.config.cloud,
    tenant,
    ...(graphBaseUrl !== undefined && { graphBaseUrl }),
    ...Object.fromEntries(kept),
    ...apisFor(cloud, before['apis']),
  };
  const { problems } = await checkConfig(config, new URL('http://localhost:3000/'));
  if (problems.length > 0) {
    const list = problems.map(({ field, remedy }) => `${field}: ${remedy}`);
    throw new Error(`The app would refuse the new config.json. ${list.join(' ')}`);
  }
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

function apisFor({ config }: RegisterCloud, apis: unknown): { readonly apis?: readonly unknown[] } {
  const rows: readonly unknown[] = Array.isArray(apis) ? apis : [];
  const kept =
    config.cloud === 'local'
      ? rows
      : rows.filter((row) => !JSON.stringify(row).includes(LOCAL_API));
  return kept.length > 0 ? { apis: kept } : {};
}
