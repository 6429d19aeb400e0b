import { readSeedOption, type Seed } from '../emulator/index.ts';
import { redirectUris } from './register/wanted.ts';

/**
 * Returns what the local cloud starts with, the app's redirect URIs below its path included.
 *
 * @param seed as `--seed` has it
 * @param clientId of the app, from config.json
 * @param base path the app lives at, with a slash at its end
 * @throws SeedError when a seed file cannot be read
 */
export function cloudSeed(seed: string, clientId: string, base: string): string | object {
  const read = readSeedOption(seed);
  if (base === '/') return read;
  const { registrations = [], ...rest }: Seed = typeof read === 'string' ? { seed: read } : read;
  const spa = redirectUris(`http://localhost${base}`);
  const app = { clientId, name: `The app at ${base}`, redirectUris: { spa } };
  return { ...rest, registrations: [...registrations, app] };
}
