import { checkConfig } from '../settings/check-config.ts';
import type { RegisterCloud } from './clouds.ts';

/** config.json as committed: the local cloud and its sample registration. */
export const COMMITTED_CONFIG = {
  clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
  cloud: 'local',
  tenant: 'common',
};

const WHO_AND_WHERE = [
  'clientId',
  'cloud',
  'tenant',
  'authority',
  'knownAuthorities',
  'graphBaseUrl',
];

/**
 * The text of config.json for a registration; fields about anything else stay.
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
  };
  const { problems = [] } = await checkConfig(config, new URL('http://localhost:3000/'));
  if (problems.length > 0) {
    const list = problems.map(({ field, remedy }) => `${field}: ${remedy}`);
    throw new Error(`The app would refuse the new config.json. ${list.join(' ')}`);
  }
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
