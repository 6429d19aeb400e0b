import { spawnSync } from 'node:child_process';

/** A package in a CycloneDX bill of materials. @see https://cyclonedx.org/docs/1.5/json/ */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
}

export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
}

/**
 * Makes the bill of materials from package-lock.json with npm's own command: no network, nothing installed.
 *
 * @throws Error with npm's text when it fails
 */
export function billOfMaterials(): BillOfMaterials {
  const command = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', command, {
    cwd: new URL('../../', import.meta.url),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  return JSON.parse(stdout) as BillOfMaterials;
}

/** What the app ships. `npm sbom --omit dev` leaves out too much: it drops what a tool needs as well. */
export function shippedComponents({ components }: BillOfMaterials): Component[] {
  return components.filter(
    ({ properties = [] }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
  );
}

/** The licence of a package as an SPDX expression; empty when it names none. */
export function licenseOf({ licenses = [] }: Component): string {
  return licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
    .join(' AND ');
}
