import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from '../../../src/app/app.component';
import { appConfig } from '../../../src/app/app.config';
import { startMsal } from '../../../src/app/auth/start/start-msal';
import { measureInterceptors } from './interceptors';
import { makeThousandCalls } from './thousand-calls';

/**
 * The same app as one plain bundle, which is what the benchmark compares with: nothing is prerendered
 * and nothing waits. Its settings are preloaded by the page (see ../sites.ts), its redirect handling is
 * the app's own, with one page load after Entra ID. Two addresses make calls that no page of the app does.
 */
const started = startMsal(fetch('/config.json'));
const { pathname } = window.location;
if (pathname === '/interceptors') await measureInterceptors(started);
else if (pathname === '/thousand-calls') await makeThousandCalls(started);
else await bootstrapApplication(AppComponent, appConfig(await started, [], false));
