import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from '../../../src/app/app.component';
import { appConfig } from '../../../src/app/app.config';
import { begin } from '../../../src/app/auth/begin';
import { measureInterceptors } from './interceptors';

/**
 * The same app as one plain bundle, which is what the benchmark compares with: nothing is prerendered
 * and nothing waits. Its settings are preloaded by the page (see ../sites.ts), its redirect handling is
 * the app's own, with one page load after Entra ID.
 */
const beginning = begin(fetch('/config.json'));
if (window.location.pathname === '/interceptors') await measureInterceptors(beginning);
else await bootstrapApplication(AppComponent, appConfig(await beginning, false));
