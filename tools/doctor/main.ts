import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { examine, reportText } from './doctor.ts';

/** `npm run doctor`: exits 1 when something is wrong. */

interface Options {
  readonly config?: string;
  readonly url?: URL;
  readonly json?: boolean;
}

const CONFIG = new URL('../../public/config.json', import.meta.url);

function site(value: string): URL {
  if (!/^https?:\/\/.*\/$/.test(value) || !URL.canParse(value)) {
    throw new InvalidArgumentError('Give the address of the app with a slash at its end.');
  }
  return new URL(value);
}

/** npm's own exit code says that there are vulnerabilities, not that it failed. */
function audit(): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    execFile('npm', ['audit', '--json'], { shell, timeout: 30_000 }, (error, output) => {
      if (output) resolve(output);
      else reject(error ?? new Error('npm audit said nothing.'));
    });
  });
}

function readOrUndefined(file: string | URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const options: Options = new Command('npm run doctor --')
  .description('Says what is wrong with config.json, the app registration and a deployed site.')
  .option('--config <file>', 'another file than public/config.json')
  .option('--url <https://…/>', 'a deployed site, to look at as well', site)
  .option('--json', 'print a report for programs (tools/doctor/report.schema.json)')
  .parse()
  .opts();
const report = await examine({
  config: readOrUndefined(options.config ?? CONFIG),
  url: options.url,
  environment: { fetch, now: Date.now, audit },
});
process.stdout.write(
  options.json ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report),
);
process.exitCode = report.ok ? 0 : 1;
