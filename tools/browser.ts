import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The one browser finder of the repository: Karma, Playwright and the tools take their Chromium from
 * here. Looks at `CHROME_BIN`, then for an installed Chrome, Chromium or Edge, then for Playwright's
 * own, and else installs one.
 */

/**
 * Chromium loads the page of its own address bar into every window, seen or not: a third of a second of
 * processor for each test. It takes the last list of features only, so what follows says again what
 * Playwright puts into its own; but for partitioned storage, which people have.
 */
const featuresOff = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'TcpPortRandomizationWin'],
];

/** What every run of the browser needs on a build machine, whatever drives it. */
export const browserFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${featuresOff.join()}`,
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses to sandbox for root, which is who builds in most containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * The path of a Chromium-based browser, installed now if there is none.
 *
 * @throws Error with one sentence on what to do
 */
export function findBrowser(): string {
  const chosen = process.env['CHROME_BIN'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(
      `CHROME_BIN is "${chosen}", which cannot be run: give the path of Chrome, Chromium or Edge, or unset it.`,
    );
  }
  return firstFound() ?? install();
}

function firstFound(): string | undefined {
  return [...installedPaths(), chromium.executablePath()].find(isExecutable);
}

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Every place a browser may be installed at on this system, best first. */
function installedPaths(): string[] {
  const { platform, env } = process;
  if (platform === 'darwin') {
    return MAC_APPLICATIONS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return WINDOWS_PROGRAMS.flatMap((program) =>
      roots.flatMap((root) => (root ? [join(root, ...program)] : [])),
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): string {
  process.stderr.write('No Chrome, Chromium or Edge found: installing one for the tests.\n');
  run('playwright', ['install', 'chromium']);
  if (!firstFound() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    run('apt-get', ['update', '--quiet']);
    run('apt-get', ['install', '--quiet', '--yes', 'chromium']);
  }
  const found = firstFound();
  if (found) return found;
  throw new Error(
    'The tests need a browser and none could be installed: install Chrome, Chromium or Edge, or set CHROME_BIN to the path of one.',
  );
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
}
