import { readSettings } from './read-settings';
import type { Settings } from './settings';

/** Complete settings of the global cloud, for specs and for prerendering the landing page. */
export const exampleSettings: Settings = readSettings(
  {
    clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
    cloud: 'global',
    tenant: 'common',
  },
  new URL('https://app.example/'),
);
