import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

interface Job {
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; with?: object }[];
}
type Permissions = string | Readonly<Record<string, string>>;
interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

const ROOT = new URL('../../', import.meta.url);
const files = globSync('.github/workflows/*.yml', { cwd: ROOT });

/** What is wrong with a workflow, in words. @see https://docs.github.com/actions/reference/security/secure-use */
function problems(text: string): string[] {
  const { on, permissions, jobs } = parse(text) as Workflow;
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const used = [...text.matchAll(/uses: (\S+)(.*)/g)];
  return [
    ...(events.includes('pull_request_target') ? ['pull_request_target runs others’ code'] : []),
    ...(JSON.stringify(permissions) === '{"contents":"read"}'
      ? []
      : ['more than reading by default']),
    ...Object.entries(jobs).flatMap(([name, job]) => [
      ...(job['timeout-minutes'] === undefined ? [`${name} has no time limit`] : []),
      ...(typeof job.permissions === 'string' ? [`${name} has ${job.permissions}`] : []),
    ]),
    ...used.flatMap(([, action = '', comment = '']) =>
      /@[\da-f]{40}$/.test(action) && /^ # v\d+\.\d+\.\d+$/.test(comment)
        ? []
        : [`${action} is not pinned by a commit, with its version beside it`],
    ),
    ...steps.flatMap(({ uses = '', run = '', with: options = {} }) => [
      ...(uses.startsWith('actions/checkout@') &&
      (options as Record<string, unknown>)['persist-credentials'] !== false
        ? ['checkout keeps its token']
        : []),
      ...(/\$\{\{(?!\s*matrix\.)/.test(run) ? [`an expression inside a script: ${run}`] : []),
    ]),
  ];
}

test('S44: workflows are pinned by commit, read only, bounded in time, and run nobody else’s code', () => {
  assert.ok(files.length >= 3);
  for (const file of files)
    assert.deepEqual(problems(readFileSync(new URL(file, ROOT), 'utf8')), [], file);
});

test('the check of workflows finds what it is there for', () => {
  const bad = `
on: { pull_request_target: }
permissions: write-all
jobs:
  a:
    permissions: write-all
    steps:
      - uses: actions/checkout@v4
      - run: echo \${{ github.head_ref }}
`;

  assert.equal(problems(bad).length, 7);
});
