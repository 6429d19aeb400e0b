import { startTasksApi, type TasksApi } from '../examples/api/server.ts';
import type { LocalCloud } from '../emulator/index.ts';
import type { StartPlan } from './start-plan.ts';

/** The API's own registration in the local cloud. */
const AUDIENCE = '66667777-aaaa-8888-bbbb-9999cccc0000';

/**
 * Starts the example API for the app and the local cloud of `npm start`: everybody there may call it.
 *
 * @returns undefined when it stays off
 */
export async function startApi(
  { app, api, clientId }: StartPlan,
  cloud: LocalCloud | undefined,
): Promise<TasksApi | undefined> {
  if (api === undefined || !cloud) return undefined;
  return startTasksApi(
    {
      login: cloud.url,
      audience: AUDIENCE,
      tenants: [...new Set(cloud.people.map(({ tenantId }) => tenantId))],
      apps: [clientId.toLowerCase()],
      origins: [`http://localhost:${app}`],
    },
    { port: api },
  );
}
