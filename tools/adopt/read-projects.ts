import type { DirEntry, Tree } from '@angular-devkit/schematics';

/** A project of a workspace, read from `angular.json` or, in an Nx workspace, from its `project.json`. */
export interface Project {
  readonly name: string;
  /** `projects/portal`; empty for the workspace's own folder. */
  readonly root: string;
  /** `projects/portal/src`. */
  readonly sourceRoot: string;
  readonly isApplication: boolean;
  /** `@angular/build:application`. */
  readonly builder: string | undefined;
  /** Paths in them are relative to the workspace. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where these options stand. */
  readonly optionsAt: { readonly file: string; readonly path: readonly string[] };
}

interface Target {
  readonly builder?: string;
  readonly executor?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

interface Definition {
  readonly name?: string;
  readonly root?: string;
  readonly sourceRoot?: string;
  readonly projectType?: string;
  readonly architect?: { readonly build?: Target };
  readonly targets?: { readonly build?: Target };
}

/** Returns the projects of a workspace; undefined for a folder that is neither Angular's nor Nx's. */
export function readProjects(tree: Tree): readonly Project[] | undefined {
  if (tree.exists('/angular.json')) return ofAngular(tree);
  return tree.exists('/nx.json') ? [...ofNx(tree, tree.root)] : undefined;
}

/** @see https://angular.dev/reference/configs/workspace-config */
function ofAngular(tree: Tree): Project[] {
  const { projects = {} } = tree.readJson('/angular.json') as unknown as {
    projects?: Record<string, Definition>;
  };
  return Object.entries(projects).map(([name, definition]) => {
    const targets = definition.targets ? 'targets' : 'architect';
    const path = ['projects', name, targets, 'build', 'options'];
    return project(name, definition.root ?? '', definition, { file: '/angular.json', path });
  });
}

/** @see https://nx.dev/reference/project-configuration */
function* ofNx(tree: Tree, folder: DirEntry): Generator<Project> {
  const root = folder.path.slice(1);
  const file = `${root && `/${root}`}/project.json`;
  if (tree.exists(file)) {
    const definition = tree.readJson(file) as unknown as Definition;
    const name = definition.name ?? root.split('/').at(-1) ?? '';
    yield project(name, root, definition, { file, path: ['targets', 'build', 'options'] });
  }
  for (const name of folder.subdirs)
    if (!/^(\..*|node_modules|dist|tmp)$/.test(name)) yield* ofNx(tree, folder.dir(name));
}

function project(
  name: string,
  root: string,
  definition: Definition,
  optionsAt: Project['optionsAt'],
): Project {
  const {
    builder,
    executor,
    options = {},
  } = (definition.targets ?? definition.architect)?.build ?? {};
  return {
    name,
    root,
    sourceRoot: definition.sourceRoot ?? (root && `${root}/`) + 'src',
    isApplication: definition.projectType === 'application',
    builder: builder ?? executor,
    options,
    optionsAt,
  };
}
