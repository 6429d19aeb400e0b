import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { type Project, readProjects } from './read-projects.ts';

/** The application that takes the sign-in layer, by paths in its workspace. */
export interface AdoptingApp extends Pick<Project, 'root' | 'options' | 'optionsAt'> {
  /** `src/main.ts`. */
  readonly main: string;
  /** `src/app`. */
  readonly folder: string;
  /** `tsconfig.app.json`. */
  readonly tsConfig: string;
  /** Its version in package.json: `^22.2.0`. */
  readonly angular: string;
}

/** The first version with what the layer is written in, `@Service()` for one. */
const OLDEST_ANGULAR = 22;

/** Nx's own hands its options on to Angular's. */
const BUILDERS = [
  '@angular/build:application',
  '@angular-devkit/build-angular:application',
  '@nx/angular:application',
];

/** `ng new` names them `routes: Routes`, Nx `appRoutes: Route[]`. */
export const ROUTES = /\b(?:r|appR)outes: (?:Routes|Route\[\]) = \[/;

/**
 * Finds the application and what `ng new` gives every one.
 *
 * @param project its name, where the workspace has several
 * @throws SchematicsException that says why the layer cannot be put into it
 */
export function findApp(tree: Tree, project: string | undefined): AdoptingApp {
  const projects = readProjects(tree);
  if (!projects) {
    refuse('There is no angular.json or nx.json here: name the folder of an Angular workspace.');
  }
  const angular = requireAngular(tree);
  const { name, root, sourceRoot, builder = 'nothing', ...build } = pick(projects, project);
  if (!BUILDERS.includes(builder)) {
    refuse(`${name} is built by ${builder}: this needs ${BUILDERS.join(' or ')}.`);
  }
  const option = (key: string, fallback: string) => {
    const value = build.options[key];
    return typeof value === 'string'
      ? value.replace('{projectRoot}', root).replace('{workspaceRoot}/', '')
      : fallback;
  };
  const found = {
    ...{ root, angular, options: build.options, optionsAt: build.optionsAt },
    main: option('browser', 'src/main.ts'),
    folder: `${sourceRoot}/app`,
    tsConfig: option('tsConfig', 'tsconfig.app.json'),
  };
  requireParts(tree, found);
  return found;
}

function pick(projects: readonly Project[], name: string | undefined): Project {
  const all = projects.filter(({ isApplication }) => isApplication);
  if (all.length === 0) {
    refuse('No angular.json or project.json here has "projectType": "application".');
  }
  const [app, ...others] = name === undefined ? all : all.filter((one) => one.name === name);
  if (app && others.length === 0) return app;
  const names = all.map((one) => one.name).join(', ');
  return refuse(`Say which application with --project: this workspace has ${names}.`);
}

function requireAngular(tree: Tree): string {
  const { dependencies = {} } = (tree.exists('/package.json')
    ? tree.readJson('/package.json')
    : {}) as unknown as { dependencies?: Record<string, string> };
  const version = dependencies['@angular/core'] ?? 'none';
  const major = Number(/\d+/.exec(version)?.[0] ?? 0);
  if (major < OLDEST_ANGULAR) {
    refuse(`This needs Angular ${OLDEST_ANGULAR}, not ${version}: run ng update first.`);
  }
  return version;
}

function requireParts(tree: Tree, { main, folder }: AdoptingApp): void {
  const routes = `${folder}/app.routes.ts`;
  const config = `${folder}/app.config.ts`;
  for (const file of [main, routes, config]) {
    if (!tree.exists(file)) {
      refuse(
        `There is no ${file}: this needs a standalone application with routes, as ng new makes it.`,
      );
    }
  }
  if (!/bootstrapApplication\(\s*\w+,\s*appConfig\b|startMsal\(/.test(tree.readText(main))) {
    refuse(`${main} does not call bootstrapApplication(…, appConfig), which this has to change.`);
  }
  if (!ROUTES.test(tree.readText(routes))) {
    refuse(
      `${routes} has no "routes: Routes = […]" or "appRoutes: Route[] = […]", to which this has to add two.`,
    );
  }
  const isForeign = (part: string, file: string) =>
    tree.getDir(`${folder}/${part}`).subfiles.length > 0 &&
    !tree.exists(`${folder}/${part}/${file}`);
  if (isForeign('auth', 'provide-auth.ts') || isForeign('settings', 'read-settings.ts')) {
    refuse(`${folder} has a folder auth or settings of its own: rename it first.`);
  }
}

function refuse(sentence: string): never {
  throw new SchematicsException(sentence);
}
