import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { type ProjectDefinition, readWorkspace } from '@schematics/angular/utility';

/** The application that takes the sign-in layer, by paths in its workspace. */
export interface AdoptingApp {
  /** Its name in angular.json. */
  readonly name: string;
  /** `src/main.ts`. */
  readonly main: string;
  /** `src/app`. */
  readonly folder: string;
  /** Empty for the application of the workspace's own folder, else `projects/portal`. */
  readonly root: string;
  /** `tsconfig.app.json`. */
  readonly tsConfig: string;
}

/** The first version with what the layer is written in, `@Service()` for one. */
const OLDEST_ANGULAR = 22;

const BUILDERS = ['@angular/build:application', '@angular-devkit/build-angular:application'];

/**
 * Finds the application and what `ng new` gives every one.
 *
 * @param project its name, where the workspace has several
 * @throws SchematicsException that says why the layer cannot be put into it
 */
export async function findApp(tree: Tree, project: string | undefined): Promise<AdoptingApp> {
  requireWorkspace(tree);
  const { projects } = await readWorkspace(tree);
  const [name, app] = pick([...projects], project);
  const build = app.targets.get('build');
  const builder = build?.builder ?? 'nothing';
  if (!BUILDERS.includes(builder)) {
    refuse(`${name} is built by ${builder}: this needs ${BUILDERS.join(' or ')}.`);
  }
  const option = (key: string, fallback: string) => {
    const value = build?.options?.[key];
    return typeof value === 'string' ? value : fallback;
  };
  const found = {
    name,
    main: option('browser', 'src/main.ts'),
    folder: `${app.sourceRoot ?? 'src'}/app`,
    root: app.root,
    tsConfig: option('tsConfig', 'tsconfig.app.json'),
  };
  requireParts(tree, found);
  return found;
}

type Project = [name: string, definition: ProjectDefinition];

function pick(projects: readonly Project[], project: string | undefined): Project {
  const apps = projects.filter(([, { extensions }]) => extensions['projectType'] === 'application');
  const [app, ...others] = project === undefined ? apps : apps.filter(([name]) => name === project);
  if (app && others.length === 0) return app;
  const names = apps.map(([name]) => name).join(', ') || 'none';
  return refuse(`Say which application with --project: angular.json has ${names}.`);
}

function requireWorkspace(tree: Tree): void {
  if (!tree.exists('/angular.json')) {
    refuse(
      tree.exists('/nx.json')
        ? 'An Nx workspace has its projects elsewhere: follow "By hand" in docs/adopting.md.'
        : 'There is no angular.json here: name the folder of an Angular workspace.',
    );
  }
  const { dependencies = {} } = (tree.exists('/package.json')
    ? tree.readJson('/package.json')
    : {}) as unknown as { dependencies?: Record<string, string> };
  const version = dependencies['@angular/core'] ?? 'none';
  const major = Number(/\d+/.exec(version)?.[0] ?? 0);
  if (major < OLDEST_ANGULAR) {
    refuse(`This needs Angular ${OLDEST_ANGULAR}, not ${version}: run ng update first.`);
  }
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
  if (!/\broutes: Routes = \[/.test(tree.readText(routes))) {
    refuse(`${routes} has no "routes: Routes = […]", to which this has to add two.`);
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
