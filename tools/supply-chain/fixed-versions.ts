/**
 * Versions in which known vulnerabilities are fixed; `npm audit` in the workflow finds later ones.
 * @see https://github.com/angular/angular/security/advisories
 */
export const fixedVersions: Readonly<Record<string, string | undefined>> = {
  // CVE-2026-88057: a way round the sanitizer in host bindings.
  '@angular/compiler': '22.1.0',
  '@angular/core': '22.1.0',
  // CVE-2026-88058 and before: the server renderer. It runs at build time only.
  '@angular/platform-server': '22.1.4',
  '@angular/ssr': '22.1.4',
  // CVE-2025-66035: the XSRF token sent to addresses that begin with two slashes.
  '@angular/common': '22.1.0',
  // CVE-2026-53571: the development server on Windows.
  vite: '8.0.16',
  // CVE-2026-53632: NTLM hash leaked by a path.
  'launch-editor': '2.14.1',
};
