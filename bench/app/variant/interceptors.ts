import { HttpBackend, HttpClient, HttpResponse } from '@angular/common/http';
import { createApplication } from '@angular/platform-browser';
import { firstValueFrom, of } from 'rxjs';
import { appConfig } from '../../../src/app/app.config';
import type { StartedMsal } from '../../../src/app/auth/start/start-msal';

const CALLS = 1_000;
const ROUNDS = 7;

/**
 * What the interceptors add to a Graph call whose token is there: the median of seven rounds of a
 * thousand calls one after the other, less the same to an address that no interceptor minds. No call
 * leaves the page. The result, in milliseconds, is put into `document.title`.
 */
export async function measureInterceptors(started: Promise<StartedMsal>): Promise<void> {
  const { settings, msal } = await started;
  const { providers } = appConfig({ settings, msal }, [], false);
  const app = await createApplication({
    providers: [
      providers,
      { provide: HttpBackend, useValue: { handle: () => of(new HttpResponse({ body: {} })) } },
    ],
  });
  const http = app.injector.get(HttpClient);
  const round = async (url: string) => {
    const from = performance.now();
    for (let call = 0; call < CALLS; call++) await firstValueFrom(http.get(url));
    return (performance.now() - from) / CALLS;
  };
  const differences: number[] = [];
  for (let index = 0; index < ROUNDS; index++) {
    const free = await round('https://elsewhere.example/');
    differences.push((await round(`${settings.graphBaseUrl}/v1.0/me`)) - free);
  }
  differences.sort((a, b) => a - b);
  document.title = `interceptors ${String(differences[(ROUNDS - 1) / 2])}`;
}
