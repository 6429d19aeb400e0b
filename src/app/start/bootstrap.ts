import { mergeApplicationConfig } from '@angular/core';
import {
  bootstrapApplication,
  provideClientHydration,
  withI18nSupport,
  withNoHttpTransferCache,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import { AppComponent } from '../app.component';
import { appConfig } from '../app.config';
import { UnsupportedBrowserError } from '../auth/errors/unsupported-browser-error';
import type { StartedMsal } from '../auth/start/start-msal';
import { SettingsError } from '../settings/settings-error';
import { logError } from '../telemetry/redacting-error-handler';
import { claimTrustedTypes } from './claim-trusted-types';
import { loadFeatures } from './load-features';

/**
 * Starts Angular, or shows why it cannot start.
 * @param hydrate whether to hydrate the prerendered landing page
 * @throws what `import()` throws when a chunk cannot be loaded; nothing is started then
 */
export async function bootstrap(started: Promise<StartedMsal>, hydrate: boolean): Promise<void> {
  // A failure of `started` is thrown by the `await` below.
  const features = await started.then(
    ({ settings }) => loadFeatures(settings),
    () => [],
  );
  try {
    const config = mergeApplicationConfig(appConfig(await started, features, !hydrate), {
      providers: [claimTrustedTypes(), hydrate ? provideHydration() : []],
    });
    const app = await bootstrapApplication(AppComponent, config);
    if (hydrate) await app.whenStable();
  } catch (error) {
    const { renderStartupError } = await import('./render-startup-error');
    renderStartupError(error);
    if (isUnexpected(error)) logError(error);
  }
}

const provideHydration = () =>
  provideClientHydration(
    withI18nSupport(),
    withNoIncrementalHydration(),
    withNoHttpTransferCache(),
  );

/** Whether the error has no message of its own, so that a developer should see it. */
function isUnexpected(error: unknown): boolean {
  return !(error instanceof SettingsError || error instanceof UnsupportedBrowserError);
}
