import eslint from '@eslint/js';
import angular from 'angular-eslint';
import playwright from 'eslint-plugin-playwright';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * A folder's imports, as docs/architecture.md, "Folders and who may know whom", states them: what is not
 * meant to be known is an error with the reason in its text.
 *
 * @param {string} folder glob of the files the rule holds for
 * @param {{ regex: string, message: string }[]} patterns what these files may not import
 * @param {string[]} ignores globs of files that another block holds for
 */
const direction = (folder, patterns, ignores = []) => ({
  files: [folder],
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
    // The rule above does not see import(). A later block replaces this one's list, so it is whole.
    'no-restricted-syntax': [
      'error',
      ...(folder.startsWith('src/') ? unsafe : []),
      ...patterns.map(({ regex, message }) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
        message,
      })),
    ],
  },
});

/** Ways round the sanitizer, Trusted Types and the style policy. */
const unsafe = [
  {
    selector: 'Decorator Property[key.name=/^(styles|styleUrl|styleUrls)$/]',
    message:
      'Component styles need a hash each under the strict policy: put a .css file beside the component, scope it with @scope, and import it in src/styles.css (docs/adr/0005).',
  },
  {
    selector: 'CallExpression[callee.property.name=/^bypassSecurityTrust/]',
    message: 'Nothing in this app may go round the sanitizer.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Build nodes or bind text; markup from strings is refused by Trusted Types.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/]',
    message: 'Build nodes or bind text; markup from strings is refused by Trusted Types.',
  },
];

const msal = {
  regex: '^@azure/',
  message: 'Only src/app/auth knows MSAL: take Session or provideAuth from there.',
};
const notTheApp = {
  regex: '(^|/)(emulator|e2e|tools|hosting|bench)(/|$)',
  message: 'The app ships without its emulator, tests and tools.',
};
const pages = 'home|profile|sign-in-failed|missing-page|not-found';
const noPages = {
  regex: `/(${pages})/`,
  message: 'Pages know this folder; it does not know pages.',
};
const appFolders = (names) => ({
  regex: `^\\.\\./(${names})(/|$)`,
  message:
    'This folder is below that one: see "Folders and who may know whom" in docs/architecture.md.',
});
const notTheSource = {
  regex: '(^|/)src/|^@angular/|^@azure/',
  message: 'The local cloud stands for Microsoft: it knows nothing of the app, Angular or MSAL.',
};
const noHttp = {
  regex: '^hono(/|$)|^@hono/|^node:http',
  message: 'directory, tokens and faults know no HTTP.',
};
const notTheUsers = {
  regex: '(^|/)\\.\\./(e2e|tools|hosting|bench)/',
  message: 'The local cloud knows nothing of the programs that use it.',
};
/** The emulator's floors, lowest first: a floor knows those below it, and never one beside or above it. */
const floors = [
  ['log.ts'],
  ['directory'],
  ['tokens'],
  ['faults'],
  ['cloud.ts'],
  ['http'],
  ['control'],
  ['graph', 'entra'],
  ['console'],
  ['app.ts'],
  ['listen.ts'],
  ['index.ts'],
  ['options.ts'],
  ['command.ts'],
  ['main.ts'],
];
const tested = ['test-browser.ts', 'test-cloud.ts', 'clients', 'properties'];
const emulatorFloor = (name) => {
  const own = floors.findIndex((floor) => floor.includes(name));
  const forbidden = [...floors.slice(own).flat(), ...tested].filter((other) => other !== name);
  const isFile = name.endsWith('.ts');
  const paths = forbidden.map((other) =>
    other.endsWith('.ts') ? `${other.replace('.', '\\.')}$` : `${other}/`,
  );
  const above = {
    regex: `^${isFile ? '\\./' : '(\\.\\./)+'}(${paths.join('|')})`,
    message:
      'The emulator has floors, and this one is not below: see `floors` in eslint.config.js.',
  };
  const knowsHttp = own >= floors.findIndex((floor) => floor.includes('http')) || isFile;
  return direction(
    isFile ? `emulator/${name}` : `emulator/${name}/**/*.ts`,
    [notTheSource, notTheUsers, above, ...(knowsHttp ? [] : [noHttp])],
    ['emulator/**/*.test.ts'],
  );
};

export default defineConfig(
  { ignores: ['dist', '.angular', 'coverage', 'test-results', 'node_modules'] },
  {
    files: ['**/*.js'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: { console: 'readonly', document: 'readonly', process: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.spec.json',
          './tsconfig.node.json',
          './bench/app/variant/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', { max: 200, skipBlankLines: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.test.ts'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: [
      'emulator/**/*.test.ts',
      'tools/**/*.test.ts',
      'hosting/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    rules: {
      // node:test runs describe() and test() itself; their promises need no await.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['emulator/clients/*.test.ts'],
    rules: {
      // Their authors deprecate plain http to make it stand out; the local cloud has nothing else.
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          allow: [
            { from: 'package', package: 'oauth4webapi', name: 'allowInsecureRequests' },
            { from: 'package', package: 'openid-client', name: 'allowInsecureRequests' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@angular-eslint/component-class-suffix': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/no-experimental': 'error',
      '@angular-eslint/prefer-service-decorator': 'error',
      '@angular-eslint/inject-at-top': 'error',
      '@angular-eslint/reactive-context-must-read-signal': 'error',
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'app', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'app', style: 'camelCase' },
      ],
    },
  },
  { files: ['src/**/*.js'], rules: { 'no-restricted-syntax': ['error', ...unsafe] } },
  {
    files: ['src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(BoundAttribute, TextAttribute)[name=/^(innerHTML|outerHTML|srcdoc|style)$/]',
          message: 'Bind text and classes: markup and styles from strings have no place here.',
        },
      ],
    },
  },
  {
    files: ['e2e/**/*.ts'],
    extends: [playwright.configs['flat/recommended']],
    rules: {
      'playwright/no-raw-locators': 'error',
      'playwright/no-skipped-test': 'error',
      'playwright/no-focused-test': 'error',
    },
  },
  direction('src/app/settings/**/*.ts', [
    msal,
    notTheApp,
    { regex: '^\\.\\./', message: 'Settings know nothing else of the app.' },
  ]),
  direction('src/app/auth/**/*.ts', [notTheApp, noPages, appFolders('graph|ui')]),
  direction('src/app/graph/**/*.ts', [msal, notTheApp, noPages, appFolders('auth|ui')]),
  direction('src/app/ui/**/*.ts', [msal, notTheApp, noPages]),
  direction(
    'src/**/*.ts',
    [msal, notTheApp],
    ['src/app/{settings,auth,graph,ui}/**', 'src/app/app.routes.ts'],
  ),
  direction('src/app/app.routes.ts', [
    {
      regex: '^@azure/(?!msal-angular$)',
      message: 'The routes take MsalGuard from @azure/msal-angular and nothing else of MSAL.',
    },
    notTheApp,
  ]),
  direction('emulator/**/*.ts', [notTheSource], ['emulator/**/*.test.ts']),
  ...floors.flat().map(emulatorFloor),
  direction('e2e/**/*.ts', [
    { regex: '(^|/)src/', message: 'The e2e suite sees the app as a browser does.' },
    {
      regex: '(^|/)emulator/(?!index\\.ts$)',
      message: 'emulator/index.ts is the only door to the local cloud.',
    },
  ]),
  direction('hosting/**/*.ts', [
    {
      regex: '(^|/)(emulator|e2e|tools)/|(^|/)src/(?!app/settings/clouds\\.ts$)',
      message: 'What a host does goes by the table of clouds (src/app/settings/clouds.ts) alone.',
    },
  ]),
  direction('tools/**/*.ts', [
    {
      regex: '(^|/)(emulator|e2e|bench)/|(^|/)src/(?!app/settings/clouds\\.ts$)',
      message: 'tools knows the table of clouds (src/app/settings/clouds.ts) and hosting.',
    },
  ]),
  direction(
    'bench/**/*.ts',
    [
      {
        regex: '(^|/)src/|(^|/)e2e/',
        message: 'A benchmark sees the app as a browser does; its variant alone is built from src.',
      },
      {
        regex: '(^|/)emulator/(?!(index|test-browser)\\.ts$)',
        message: 'emulator/index.ts is the only door to the local cloud; test-browser.ts signs in.',
      },
    ],
    ['bench/app/variant/**'],
  ),
);
