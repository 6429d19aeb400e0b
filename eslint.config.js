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
      ...(mayImportLazily.test(folder) ? [] : noLazyImport),
      ...patterns.map(({ regex, message }) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
        message,
      })),
    ],
  },
});

/** `import()` in `src`: a page's belongs into the routes, a part of a page into @defer. */
const mayImportLazily = /^src\/app\/(app\.routes|start|ui)|^(?!src)/;
const noLazyImport = [
  {
    selector: 'ImportExpression',
    message: 'Load a page by a route in app.routes.ts, a part of a page by @defer.',
  },
];

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

/** Attributes of templates that nobody reads. */
const noTextAttributes = [
  ...'appKeepDraft aria-busy aria-describedby aria-hidden aria-labelledby aria-live ariaCurrentWhenActive'.split(
    ' ',
  ),
  ...'autocomplete class d dir fill for height href id maxlength name popovertarget'.split(' '),
  ...'queryParamsHandling referrerpolicy rel role routerLink routerLinkActive rows sandbox'.split(
    ' ',
  ),
  ...'tabindex target type value viewBox width'.split(' '),
];

const msal = {
  regex: '^@azure/',
  message: 'Only src/app/auth knows MSAL: take Session or provideAuth from there.',
};
const notTheApp = {
  regex: '(^|/)(emulator|e2e|tools|hosting|bench|examples)(/|$)',
  message: 'The app ships without its emulator, tests and tools.',
};
const below = (folders) => ({
  regex: `^(\\.\\./)+(?!(${folders})(/|$))[a-z]`,
  message:
    'This folder is below that one: see "Folders and who may know whom" in docs/architecture.md.',
});
const notAngular = {
  regex: '^@angular/',
  message:
    'This runs before Angular is loaded: only start/bootstrap.ts and what it imports know it.',
};
const privateToAuth = {
  regex:
    '/auth/(?!provide-auth$|session/(session|session-expiry|auth-events|prerender-session|(signed-in|has-role)\\.guard)$|accounts/(account|account-storage|person-name)$|errors/|tokens/(auth\\.interceptor|granted-scopes|provide-protected-resources)$|start/(start-msal|staged-bootstrap)$|(popup|idle|silent)/|testing/)',
  message: 'This part of the sign-in layer is private to src/app/auth.',
};

/** The folders of the sign-in layer, lowest first, and what each may import beside itself and settings. */
const authFolders = {
  errors: [],
  accounts: [],
  protocol: ['errors', 'accounts'],
  msal: ['errors', 'protocol', 'accounts'],
  'sign-in': ['errors', 'protocol', 'accounts', 'msal'],
  session: ['errors', 'protocol', 'accounts', 'msal', 'sign-in'],
  tokens: ['errors', 'protocol', 'accounts', 'msal', 'sign-in', 'session'],
  idle: ['accounts', 'session'],
  popup: ['errors', 'accounts', 'msal', 'sign-in', 'session'],
  start: ['errors', 'msal', 'sign-in', 'session'],
};
const notTheSource = {
  regex: '(^|/)src/|^@angular/|^@azure/',
  message: 'The local cloud stands for Microsoft: it knows nothing of the app, Angular or MSAL.',
};
const noHttp = {
  regex: '^hono(/|$)|^@hono/|^node:http',
  message: 'directory, tokens and faults know no HTTP.',
};
const notTheUsers = {
  regex: '(^|/)\\.\\./(e2e|tools|hosting|bench|examples)/',
  message: 'The local cloud knows nothing of the programs that use it.',
};
/** The emulator's floors, lowest first: a floor knows those below it, and never one beside or above it. */
const floors = [
  ['log.ts', 'msal-authority.ts'],
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
  ['options.ts'],
  ['index.ts'],
  ['command.ts'],
  ['main.ts'],
];
/** The same inside entra/: what a request says, what is answered, the pages between, then one folder per endpoint. */
const entraFloors = [
  ['errors'],
  ['request'],
  ['v1', 'pages'],
  ['response'],
  ['interaction'],
  ['authorize', 'token', 'device', 'discovery', 'logout'],
  ['routes.ts'],
];
const tested = ['test-browser.ts', 'test-cloud.ts', 'clients', 'properties'];
const isFile = (name) => name.endsWith('.ts');
/** What a folder or file may not import of the floors it is on: everything on its own and above. */
const notBelow = (rows, name, also = []) => {
  const own = rows.findIndex((floor) => floor.includes(name));
  const forbidden = [...rows.slice(own).flat(), ...also].filter((other) => other !== name);
  const paths = forbidden.map((other) =>
    isFile(other) ? `${other.replace('.', '\\.')}$` : `${other}/`,
  );
  return {
    regex: `^${isFile(name) ? '\\./' : '(\\.\\./)+'}(${paths.join('|')})`,
    message:
      'The emulator has floors, and this one is not below: see `floors` in eslint.config.js.',
  };
};
const at = (folder, name) => (isFile(name) ? `${folder}/${name}` : `${folder}/${name}/**/*.ts`);
const emulatorFloor = (name) => {
  const http = floors.findIndex((floor) => floor.includes('http'));
  const knowsHttp = isFile(name) || floors.slice(http).flat().includes(name);
  return direction(
    at('emulator', name),
    [notTheSource, notTheUsers, notBelow(floors, name, tested), ...(knowsHttp ? [] : [noHttp])],
    ['emulator/**/*.test.ts'],
  );
};
const entraFloor = (name) =>
  direction(
    at('emulator/entra', name),
    [
      notTheSource,
      notTheUsers,
      notBelow(floors, 'entra', tested),
      notBelow(entraFloors, name),
    ].filter(({ regex }) => !regex.endsWith('()')),
    ['emulator/**/*.test.ts'],
  );

export default defineConfig(
  { ignores: ['dist', '.angular', 'coverage', 'test-results', 'node_modules'] },
  {
    files: ['**/*.js'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: {
        console: 'readonly',
        document: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
      },
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
      'hosting/real/{all-hosts,container}.ts',
      'bench/**/*.test.ts',
      'examples/**/*.test.ts',
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
      // What is not marked stays English in every language (docs/languages.md); tools/languages has the check for TypeScript.
      '@angular-eslint/template/i18n': [
        'error',
        { checkId: false, ignoreAttributes: noTextAttributes },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'LiteralPrimitive[value=/^[A-Z][a-z]|[a-z] [a-z]/]',
          message: 'A text in an expression is not translated: mark one in each branch of an @if.',
        },
        {
          selector:
            ':matches(BoundAttribute, TextAttribute)[name=/^(innerHTML|outerHTML|srcdoc|style)$/]',
          message: 'Bind text and classes: markup and styles from strings have no place here.',
        },
      ],
    },
  },
  {
    // Templates in specs, and pages that are served as they are.
    files: ['src/**/*.spec.ts/*.html', 'src/*.html'],
    rules: { '@angular-eslint/template/i18n': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['e2e/**/*.ts'],
    extends: [playwright.configs['flat/recommended']],
    rules: {
      'playwright/expect-expect': ['error', { assertFunctionNames: ['audit'] }],
      'playwright/no-raw-locators': 'error',
      'playwright/no-skipped-test': 'error',
      'playwright/no-focused-test': 'error',
    },
  },
  direction(
    'src/app/settings/**/*.ts',
    [msal, notTheApp, { regex: '^\\.\\./', message: 'Settings know nothing else of the app.' }],
    ['src/app/settings/validation/**'],
  ),
  direction('src/app/settings/validation/**/*.ts', [
    msal,
    notTheApp,
    {
      regex: '^\\.\\./(?!(clouds|settings-error)$)',
      message: 'Checks of config.json know the clouds and SettingsProblem alone.',
    },
  ]),
  direction('src/app/auth/provide-auth.ts', [notTheApp, below('settings')]),
  ...Object.entries(authFolders).map(([folder, known]) =>
    direction(
      `src/app/auth/${folder}/**/*.ts`,
      [notTheApp, below([folder, 'settings', ...known].join('|'))],
      ['**/*.spec.ts', 'src/app/auth/errors/messages/**'],
    ),
  ),
  direction(
    'src/app/auth/errors/messages/**/*.ts',
    [notTheApp, below('transient-errors')],
    ['**/*.spec.ts'],
  ),
  direction('src/app/graph/**/*.ts', [msal, notTheApp, below('settings')], ['**/*.spec.ts']),
  direction(
    'src/app/ui/**/*.ts',
    [msal, notTheApp, privateToAuth, below('auth|graph|settings|browser')],
    ['**/*.spec.ts'],
  ),
  direction(
    'src/app/start/**/*.ts',
    [msal, notTheApp, privateToAuth, notAngular],
    ['src/app/start/{bootstrap,claim-trusted-types,load-features}.ts', '**/*.spec.ts'],
  ),
  direction('src/app/start/{bootstrap,claim-trusted-types,load-features}.ts', [
    msal,
    notTheApp,
    privateToAuth,
  ]),
  direction(
    'src/app/app.*.ts',
    [msal, notTheApp, privateToAuth],
    ['src/app/app.routes.ts', '**/*.spec.ts'],
  ),
  direction('src/app/shell/**/*.ts', [
    msal,
    notTheApp,
    privateToAuth,
    below('auth|graph|settings|ui'),
  ]),
  direction(
    'src/app/*/**/*.ts',
    [msal, notTheApp, privateToAuth, below('auth|graph|settings|ui')],
    ['src/app/{auth,graph,settings,shell,start,ui}/**', '**/*.spec.ts'],
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
  ...entraFloors.flat().map(entraFloor),
  direction('e2e/**/*.ts', [
    {
      regex: '(^|/)examples/(?!api/server\\.ts$)',
      message: 'examples/api/server.ts is the only door to the example API.',
    },
    { regex: '(^|/)src/', message: 'The e2e suite sees the app as a browser does.' },
    {
      regex: '(^|/)emulator/(?!index\\.ts$)',
      message: 'emulator/index.ts is the only door to the local cloud.',
    },
  ]),
  direction(
    'examples/**/*.ts',
    [
      {
        regex: '(^|/)(src|emulator|e2e|tools|hosting|bench)/|^@angular/|^@azure/',
        message: 'An example stands by itself: copy its folder, and it runs.',
      },
    ],
    ['examples/**/*.test.ts'],
  ),
  direction('hosting/**/*.ts', [
    {
      regex:
        '(^|/)(emulator|e2e|tools)/|(^|/)src/(?!app/settings/(clouds|settings|settings-error)\\.ts$)',
      message:
        'What a host does goes by the table of clouds and the settings (src/app/settings) alone.',
    },
  ]),
  direction('tools/**/*.ts', [
    {
      regex:
        '(^|/)(emulator/(?!index\\.ts$)|e2e/|bench/)|(^|/)src/(?!app/settings/(clouds|languages)\\.ts$)',
      message:
        'tools knows the tables of clouds and languages (src/app/settings), hosting, and the local cloud by emulator/index.ts.',
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
