import { finding } from '../finding.ts';
import type { Outcome } from '../finding.ts';
import type { Environment } from '../environment.ts';

interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { severity: string; range: string }>>;
}

/** The installed versions against the registry's advisories; a note where it cannot be asked. */
export async function checkAdvisories({ audit }: Environment): Promise<Outcome> {
  const notes = ['Versions were not compared with advisories: the npm registry did not answer.'];
  let report: Audit;
  try {
    report = Object(JSON.parse(await audit())) as Audit;
  } catch {
    return { findings: [], notes };
  }
  if (!report.vulnerabilities) return { findings: [], notes };
  return {
    findings: Object.entries(report.vulnerabilities).map(([name, { severity, range }]) =>
      finding(
        `advisory-${name}`,
        `${name} ${range} has a known vulnerability (${severity}).`,
        'It goes out with the next build.',
        `npm audit fix, or npm update ${name}; npm audit tells more.`,
      ),
    ),
  };
}
