import { readSeedOption, sampleRegistration, type Seed } from '../emulator/index.ts';

/**
 * Returns what the local cloud starts with: below a path, the sample's registration there as well.
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
  const app = sampleRegistration(`http://localhost${base}`, clientId);
  return { ...rest, registrations: [...registrations, app] };
}
