import type { LocalCloud } from '../emulator/index.ts';

const EXAMPLES = 6;
const WIDTH = 16;

/**
 * What `npm start` says once everything answers.
 *
 * @param app the address of the app
 * @param cloud the local cloud, if it runs
 * @param control whether programs can set its faults over HTTP
 * @param api the address of the example API, if it runs
 * @returns the text, its last line ended
 */
export function startSummary(
  app: string,
  cloud: Pick<LocalCloud, 'url' | 'people'> | undefined,
  control: boolean,
  api?: string,
): string {
  const rows: [label: string, text: string][] = [['App', app]];
  if (cloud) {
    rows.push(
      ['Local cloud', `${cloud.url} in place of Microsoft Entra ID and Graph`],
      ['Its console', `${cloud.url}/ with people, requests and faults to try`],
    );
    if (control) rows.push(['Faults by HTTP', `${cloud.url}/control/faults`]);
    if (api !== undefined)
      rows.push(['Example API', `${api} of examples/api, for the page /tasks`]);
    rows.push(...people(cloud));
  } else {
    rows.push(['Cloud', 'the real one that public/config.json names; the local one stays off']);
  }
  rows.push(['Stop', 'Ctrl-C']);
  const lines = rows.map(([label, text]) => `  ${label.padEnd(WIDTH)}${text}`.trimEnd());
  return `\nReady.\n\n${lines.join('\n')}\n\n`;
}

function people({ people: all }: Pick<LocalCloud, 'people'>): [string, string][] {
  const shown = all.slice(0, EXAMPLES).map(({ displayName, username }) => ({
    text: `${displayName}, ${username}`,
  }));
  const rows = shown.map(({ text }, index): [string, string] => [index ? '' : 'Sign in as', text]);
  return [...rows, ['', `or ${all.length - shown.length} more people; nobody has a password`]];
}
