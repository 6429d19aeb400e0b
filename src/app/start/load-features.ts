import { type EnvironmentProviders } from '@angular/core';
import type { Settings } from '../settings/settings';

/**
 * Loads the features that the settings ask for: all but reporting, or the app does not start, because without the idle
 * timeout nobody would ever be signed out.
 * @throws what `import()` throws when a chunk cannot be loaded
 */
export async function loadFeatures({
  idleTimeoutMinutes,
  interaction,
  silentSignIn,
  reportUrl,
}: Settings): Promise<EnvironmentProviders[]> {
  const features = await Promise.all([
    ...(idleTimeoutMinutes === undefined ? [] : [loadIdleTimeout()]),
    ...(interaction === 'popup' ? [loadPopup()] : []),
    ...(silentSignIn ? [loadSilentSignIn()] : []),
    // The app does without.
    ...(reportUrl === undefined ? [] : [loadReporting().catch(() => [])]),
  ]);
  return features.flat();
}

async function loadIdleTimeout(): Promise<EnvironmentProviders> {
  const { provideIdleWarning } = await import('../shell/provide-idle-warning');
  return provideIdleWarning();
}

async function loadPopup(): Promise<EnvironmentProviders> {
  const { withPopup } = await import('../auth/popup/with-popup');
  return withPopup();
}

async function loadSilentSignIn(): Promise<EnvironmentProviders> {
  const { withSilentSignIn } = await import('../auth/silent/with-silent-sign-in');
  return withSilentSignIn();
}

async function loadReporting(): Promise<EnvironmentProviders> {
  const { provideReporting } = await import('../telemetry/provide-reporting');
  return provideReporting();
}
