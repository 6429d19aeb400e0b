import { mergeApplicationConfig } from '@angular/core';
import {
  bootstrapApplication,
  provideClientHydration,
  withNoHttpTransferCache,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import { AppComponent } from '../app.component';
import { appConfig } from '../app.config';
import { UnsupportedBrowserError } from '../auth/errors/unsupported-browser-error';
import type { StartedMsal } from '../auth/start/start-msal';
import { SettingsError } from '../settings/settings-error';
import { claimTrustedTypes } from './claim-trusted-types';
import { loadFeatures } from './load-features';

/**
 * Starts Angular, or shows why it cannot start.
 *
 * @param started settings and MSAL, which is already redeeming
 * @param hydrate whether Angular takes over the prerendered landing page
 * @throws what `import()` throws when a chunk cannot be loaded; nothing is started then
 */
export async function bootstrap(started: Promise<StartedMsal>, hydrate: boolean): Promise<void> {
  // When `started` fails, the `await` below throws the reason.
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
    if (isUnexpected(error)) reportError(error);
  }
}

const provideHydration = () =>
  provideClientHydration(withNoIncrementalHydration(), withNoHttpTransferCache());

/** Whether the error has no message of its own, and so is for the developer to see. */
function isUnexpected(error: unknown): boolean {
  return !(error instanceof SettingsError || error instanceof UnsupportedBrowserError);
}
