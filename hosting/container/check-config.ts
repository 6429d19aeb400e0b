import { registerHooks } from 'node:module';

/** A problem with config.json, as src/app/settings/settings-error.ts has it. */
interface Problem {
  readonly field: string;
  readonly value: string;
  readonly remedy: string;
}

interface SettingsModule {
  readonly readSettings: (config: unknown, root: URL) => unknown;
}

/** The app is built by a bundler, which finds `./settings` without its extension; Node does not. */
const READ_SETTINGS = new URL('../../src/app/settings/read-settings.ts', import.meta.url);

registerHooks({
  resolve: (specifier, context, next) =>
    next(/^\.{1,2}\/(?!.*\.\w+$)/.test(specifier) ? `${specifier}.ts` : specifier, context),
});

/**
 * Checks a config.json by the app's own rules.
 *
 * @param root the address of the app: the local cloud is allowed on localhost alone
 * @returns the problems, none when it is valid
 */
export async function configProblems(config: unknown, root: URL): Promise<readonly Problem[]> {
  const { readSettings } = (await import(READ_SETTINGS.href)) as SettingsModule;
  try {
    readSettings(config, root);
    return [];
  } catch (error) {
    const { problems } = error as { problems?: readonly Problem[] };
    if (!problems) throw error;
    return problems;
  }
}
