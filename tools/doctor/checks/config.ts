import { checkConfig } from '../../../hosting/check-config.ts';
import type { Settings } from '../../../hosting/check-config.ts';
import { finding } from '../finding.ts';
import type { Finding } from '../finding.ts';

const SAMPLE = '00001111-aaaa-2222-bbbb-3333cccc4444';

/**
 * Checks syntax and meaning of config.json by the app's own rules.
 *
 * @param text undefined when there is no file
 * @param root where the app runs
 */
export async function checkFile(
  text: string | undefined,
  root: URL,
): Promise<{ settings?: Settings; findings: Finding[] }> {
  if (text === undefined) {
    const remedy = 'Run npm run register, or take an example of docs/configuration.md.';
    return { findings: [finding('config-missing', 'There is no config.json.', WHY, remedy)] };
  }
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    const what = `config.json is not JSON: ${(error as Error).message}`;
    return { findings: [finding('config-not-json', what, WHY, 'Correct it where it says.')] };
  }
  const { settings, problems } = await checkConfig(config, root);
  if (!settings) {
    return {
      findings: problems.map(({ field, value, remedy }) =>
        finding(`config-${field}`, `config.json, ${field}: ${value}`, WHY, remedy),
      ),
    };
  }
  return { settings, findings: sampleInRealCloud(settings) };
}

const WHY = 'The app shows an error page instead of starting.';

function sampleInRealCloud({ clientId, isLocalCloud }: Settings): Finding[] {
  return isLocalCloud || clientId !== SAMPLE
    ? []
    : [
        finding(
          'config-sample-client-id',
          'clientId is that of the local cloud’s sample.',
          'No real tenant has an app with it (AADSTS700016).',
          'Run npm run register, or copy Entra ID → App registrations → this app → Overview → Application (client) ID.',
        ),
      ];
}
