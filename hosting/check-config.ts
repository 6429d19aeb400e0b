import { registerHooks } from 'node:module';
import type { SettingsProblem } from '../src/app/settings/settings-error.ts';
import type { Settings } from '../src/app/settings/settings.ts';

export type { Settings, SettingsProblem };

/** A valid config.json as the app takes it, or what the app would say is wrong with it. */
export type CheckedConfig =
  | { readonly settings: Settings; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly SettingsProblem[] };

/** Imported by a computed name: types of modules without an extension are not Node's. */
const READ_SETTINGS = new URL('../src/app/settings/read-settings.ts', import.meta.url);

/** The app is built by a bundler, which finds `./settings` without its extension; Node does not. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^\.{1,2}\/(?!.*\.\w+$)/.test(specifier) ? `${specifier}.ts` : specifier, context),
});

/**
 * Checks a parsed config.json by the app's own rules.
 *
 * @param root the address of the app: the local cloud is allowed on localhost alone
 */
export async function checkConfig(config: unknown, root: URL): Promise<CheckedConfig> {
  const { readSettings } = (await import(READ_SETTINGS.href)) as {
    readonly readSettings: (config: unknown, root: URL) => Settings;
  };
  try {
    return { settings: readSettings(config, root), problems: [] };
  } catch (error) {
    const { problems } = error as { problems?: readonly SettingsProblem[] };
    if (!problems) throw error;
    return { settings: undefined, problems };
  }
}
