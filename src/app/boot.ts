import { mergeApplicationConfig, ɵwithDomHydration as withDomHydration } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from './app.component';
import { appConfig } from './app.config';
import type { StartedMsal } from './auth/start-msal';
import { UnsuitableBrowserError } from './auth/unsuitable-browser-error';
import { optionalParts } from './optional-parts';
import { SettingsError } from './settings/settings-error';

/**
 * Starts Angular, or says why it cannot be started.
 *
 * @param started settings and MSAL, which is already redeeming
 * @param hydrate whether the landing page, as it was prerendered, is what Angular takes over
 * @throws when a part that the settings ask for, or the words, cannot be loaded; nothing is started then
 */
export async function boot(started: Promise<StartedMsal>, hydrate: boolean): Promise<void> {
  // If that failed, the `await` below throws the reason.
  const parts = await started.then(
    ({ settings }) => optionalParts(settings),
    () => [],
  );
  try {
    const config = mergeApplicationConfig(appConfig(await started, !hydrate), {
      // Without it, Angular would render the prerendered page again.
      providers: [hydrate ? withDomHydration() : [], ...parts],
    });
    const app = await bootstrapApplication(AppComponent, config);
    if (hydrate) await app.whenStable();
  } catch (error) {
    const { showStartupFailure } = await import('./deferred');
    showStartupFailure(error);
    if (isUnexpected(error)) reportError(error);
  }
}

/** Whether the error is none of the kinds that have words of their own, and so one for the developer to see. */
function isUnexpected(error: unknown): boolean {
  return !(error instanceof SettingsError || error instanceof UnsuitableBrowserError);
}
