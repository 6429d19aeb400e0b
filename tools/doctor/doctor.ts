import { isB2cPolicy } from '../../src/app/settings/clouds.ts';
import { checkAdvisories } from './checks/advisories.ts';
import { checkApis } from './checks/apis.ts';
import { checkAuthorize } from './checks/authorize.ts';
import { checkFile } from './checks/config.ts';
import { checkDeployment } from './checks/deployment.ts';
import { checkDiscovery } from './checks/discovery.ts';
import { checkLanguages } from './checks/languages.ts';
import { checkReach, networkFinding } from './checks/reach.ts';
import type { Finding, Outcome } from './finding.ts';
import type { Setup, Environment } from './environment.ts';

/** What `--json` prints: report.schema.json. */
export interface Report {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

/** What is examined. */
export interface Examination {
  /** The text of config.json; undefined when there is none. */
  readonly config: string | undefined;
  /** The deployed site, with a slash at its end. */
  readonly url?: URL | undefined;
  readonly environment: Environment;
}

const LOCAL = new URL('http://localhost:3000/');

/** Examines a set-up. Never throws: what cannot be reached is a finding. */
export async function examine({ config, url, environment }: Examination): Promise<Report> {
  const { settings, findings } = await checkFile(config, url ?? LOCAL);
  const outcomes: Outcome[] = [{ findings }];
  if (settings) {
    const setup = { settings, environment };
    const reach = await checkReach(setup);
    outcomes.push(reach);
    // What does not answer has nothing more to tell.
    if (reach.findings.every(({ id }) => id === 'clock-wrong')) {
      outcomes.push(...(await online(setup, url)));
    }
    if (url) outcomes.push(await guarded(() => checkDeployment(setup, url), 'site', url));
  }
  outcomes.push(await checkAdvisories(environment));
  const all = outcomes.flatMap((one) => one.findings);
  return {
    ok: all.length === 0,
    findings: all,
    notes: outcomes.flatMap(({ notes = [] }) => notes),
  };
}

async function online(setup: Setup, site: URL | undefined): Promise<Outcome[]> {
  const { authority, graphBaseUrl, protocol } = setup.settings;
  const login = new URL(authority);
  const discovery = await guarded(() => checkDiscovery(setup), 'sign-in', login);
  const apis = () => guarded(() => checkApis(setup), 'Graph', new URL(graphBaseUrl));
  // What another provider, or Azure AD B2C, says of a client has not Entra's numbers.
  const speaksOtherwise = protocol === 'oidc' || isB2cPolicy(authority);
  // Without a tenant, no client can be known.
  return discovery.findings.length > 0 || speaksOtherwise
    ? [discovery]
    : [
        discovery,
        await guarded(() => checkRegistration(setup, site), 'sign-in', login),
        await apis(),
      ];
}

/** What is wrong with the root is not said again for every language. */
async function checkRegistration(setup: Setup, site: URL | undefined): Promise<Outcome> {
  const outcome = await checkAuthorize(setup);
  return site && outcome.findings.length === 0 ? checkLanguages(setup, site) : outcome;
}

async function guarded(check: () => Promise<Outcome>, name: string, url: URL): Promise<Outcome> {
  try {
    return await check();
  } catch (error) {
    return { findings: [networkFinding(name, url, error)] };
  }
}

/** A report for people. */
export function reportText({ ok, findings, notes }: Report): string {
  const list = findings.map(
    ({ id, what, why, remedy }) =>
      `✗ ${what} [${id}]\n  Why it matters: ${why}\n  Remedy: ${remedy}\n`,
  );
  return [
    ...list,
    ...notes.map((note) => `! ${note}\n`),
    ok ? 'Nothing is wrong.\n' : `${findings.length} to correct.\n`,
  ].join('\n');
}
