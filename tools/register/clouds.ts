import { clouds } from '../../src/app/settings/clouds.ts';

/** The words of `--cloud`, and what they mean to Graph, to the sign-in and to config.json. */
export interface RegisterCloud {
  readonly login: string;
  readonly graph: string;
  readonly config: { readonly cloud: string; readonly graphBaseUrl?: string };
}

export const REGISTER_CLOUDS = {
  global: { ...clouds.global, config: { cloud: 'global' } },
  usgov: { ...clouds['us-government'], config: { cloud: 'us-government' } },
  'usgov-dod': {
    ...clouds['us-government'],
    graph: 'https://dod-graph.microsoft.us',
    config: { cloud: 'us-government', graphBaseUrl: 'https://dod-graph.microsoft.us' },
  },
  china: { ...clouds.china, config: { cloud: 'china' } },
  /** To try the command without a tenant. */
  local: { ...clouds.local, config: { cloud: 'local' } },
} as const satisfies Readonly<Record<string, RegisterCloud>>;

export type CloudName = keyof typeof REGISTER_CLOUDS;
