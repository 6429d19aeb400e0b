import { mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { ROUTES } from '@angular/router';
import { AppComponent } from '../../../src/app/app.component';
import { appConfig } from '../../../src/app/app.config';
import { startMsal } from '../../../src/app/auth/start/start-msal';
import { measureInterceptors } from './interceptors';
import { sampleRoutes } from './sample-mail.component';
import { makeThousandCalls } from './thousand-calls';

/**
 * The same app as one plain bundle, which is what the benchmark compares with: nothing is prerendered
 * and nothing waits. Its settings are preloaded by the page (see ../sites.ts), its redirect handling is
 * the app's own, with one page load after Entra ID. Beside the app's mail page it has one done as the samples do. Two addresses make calls
 * that no page of the app does.
 */
const started = startMsal(fetch('/config.json'));
const { pathname } = window.location;
if (pathname === '/interceptors') await measureInterceptors(started);
else if (pathname === '/thousand-calls') await makeThousandCalls(started);
else {
  // Before the app's own, the last of which is for every path.
  const samples = { providers: [{ provide: ROUTES, multi: true, useValue: sampleRoutes }] };
  const config = mergeApplicationConfig(samples, appConfig(await started, [], false));
  await bootstrapApplication(AppComponent, config);
}
