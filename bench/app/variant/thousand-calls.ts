import { HttpClient } from '@angular/common/http';
import { createApplication } from '@angular/platform-browser';
import { firstValueFrom } from 'rxjs';
import { appConfig } from '../../../src/app/app.config';
import type { StartedMsal } from '../../../src/app/auth/start/start-msal';

const CALLS = 1_000;

/**
 * A thousand Graph calls at once, by way of all the app puts in front of one. What became of them is
 * written to the console, counted by outcome: `calls {"ok":1000}`. A call that ended without a value counts
 * as `EmptyError`. See e2e/thousand-calls.spec.ts.
 */
export async function makeThousandCalls(started: Promise<StartedMsal>): Promise<void> {
  const { settings, msal } = await started;
  const app = await createApplication(appConfig({ settings, msal }, [], false));
  const http = app.injector.get(HttpClient);
  const counts: Record<string, number> = {};
  let ended = 0;
  const count = (outcome: string) => {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    ended += 1;
    if (ended === CALLS) console.info(`calls ${JSON.stringify(counts)}`);
  };
  for (let call = 0; call < CALLS; call += 1) {
    void firstValueFrom(http.get(`${settings.graphBaseUrl}/v1.0/me`))
      .then(() => 'ok', nameOf)
      .then(count);
  }
}

/** The kind of a TokenError, else the name of whatever it is. */
function nameOf(error: unknown): string {
  const { kind, name } = Object(error) as { kind?: string; name?: string };
  return kind ?? name ?? String(error);
}
