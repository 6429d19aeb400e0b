import './app-modules.ts';
import type { SettingsProblem } from '../../src/app/settings/settings-error.ts';
import type { Settings } from '../../src/app/settings/settings.ts';

export type { Settings } from '../../src/app/settings/settings.ts';

/** A valid config.json as the app takes it, or what the app would say is wrong with it. */
export type CheckedConfig =
  | { readonly settings: Settings; readonly problems?: never }
  | { readonly settings?: never; readonly problems: readonly SettingsProblem[] };

/** Imported by a computed name: types of modules without an extension are not Node's. */
const FILE = new URL('../../src/app/settings/read-settings.ts', import.meta.url).href;

/**
 * Checks a parsed config.json by the app's own rules.
 *
 * @param root the address the app runs at
 */
export async function checkConfig(config: unknown, root: URL): Promise<CheckedConfig> {
  const { readSettings } = (await import(FILE)) as {
    readSettings: (config: unknown, root: URL) => Settings;
  };
  try {
    return { settings: readSettings(config, root) };
  } catch (error) {
    if (error instanceof Error && 'problems' in error) {
      return { problems: error.problems as readonly SettingsProblem[] };
    }
    throw error;
  }
}
