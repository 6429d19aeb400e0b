import type { Headers } from '../hosting/policy.ts';
import type { Site } from '../hosting/site.ts';

/** Returns what a host has to send, as text to copy into its configuration. */
export function hostHeaders({ basePath, page, hashed, bridge, error }: Site): string {
  return [
    section(
      `Every page, and every file without a hash in its name, but ${basePath}redirect.html`,
      page,
    ),
    section('Files with a hash in their name', hashed),
    section(`${basePath}redirect.html`, bridge),
    section('404 and other errors, redirects', error),
  ].join('\n');
}

function section(title: string, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return `# ${title}\n${lines.join('')}`;
}
