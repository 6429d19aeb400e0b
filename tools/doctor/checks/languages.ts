import { inLanguage, languages } from '../../../src/app/settings/languages.ts';
import { outcome } from '../finding.ts';
import type { Outcome } from '../finding.ts';
import { ask } from '../environment.ts';
import type { Setup } from '../environment.ts';
import { probe } from './authorize.ts';

/**
 * The languages of a deployed site: each signs in at its own folder, whose address has to be registered too.
 *
 * @param root the address of the app, with a slash at its end
 */
export async function checkLanguages(setup: Setup, root: URL): Promise<Outcome> {
  const { redirectUri, scopes } = setup.settings;
  const page = redirectUri.replace(root.href, '');
  const folders = languages.filter(({ code }) => code !== 'en');
  const found = await Promise.all(
    folders.map(async ({ code }) => {
      const isServed = await servesLanguage(setup, inLanguage(root.href, code, ''), code);
      return isServed ? probe(setup, inLanguage(root.href, code, page), scopes) : undefined;
    }),
  );
  return outcome(...found.filter((one) => one !== undefined));
}

/** A host that lacks the folder may answer with the page of the root, which is English. */
async function servesLanguage(setup: Setup, url: string, code: string): Promise<boolean> {
  try {
    const response = await ask(setup, url);
    return response.ok && (await response.text()).includes(`lang="${code}"`);
  } catch {
    // The checks of the site say that it does not answer.
    return false;
  }
}
