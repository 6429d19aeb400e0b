import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chain, type Rule } from '@angular-devkit/schematics';
import { addDependency, InstallBehavior } from '@schematics/angular/utility';
import { changeBuild, changeTypes } from './build-changes.ts';
import { addRoutes, changeHttpClient, changeStart } from './code-changes.ts';
import { type AdoptingApp, findApp } from './find-app.ts';

export interface AdoptOptions {
  readonly project?: string;
  readonly skipInstall?: boolean;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEPENDENCIES = ['@angular/localize', '@azure/msal-angular', '@azure/msal-browser', 'valibot'];

/**
 * The schematic: puts the sign-in layer into an application. What is there already stays, so that a second run changes
 * nothing.
 *
 * @throws SchematicsException that says why it cannot
 */
export function adopt({ project, skipInstall }: AdoptOptions): Rule {
  return (tree) => {
    const app = findApp(tree, project);
    return chain([
      copyLayer(app),
      changeStart(app),
      changeHttpClient(app),
      addRoutes(app),
      ...dependencies(app, skipInstall === true),
      changeBuild(app),
      changeTypes(app),
    ]);
  };
}

function copyLayer({ root, folder, main }: AdoptingApp): Rule {
  const source = main.replace(/\/[^/]+$/, '');
  return (tree) => {
    const create = (path: string, text: string | Buffer) => {
      if (!tree.exists(path)) tree.create(path, text);
    };
    for (const part of ['auth', 'settings']) {
      for (const file of filesBelow(join(ROOT, 'src/app', part)))
        create(`${folder}/${part}/${file}`, readFileSync(join(ROOT, 'src/app', part, file)));
    }
    for (const file of ['redirect.html', 'redirect.js', 'redirect.css'])
      create(`${source}/${file}`, readFileSync(join(ROOT, 'src', file)));
    create(`${folder}/auth.config.ts`, own('auth.config.ts'));
    create(`${folder}/me/me.component.ts`, own('me.component.ts'));
    create(
      `${folder}/sign-in-failed/sign-in-failed.component.ts`,
      own('sign-in-failed.component.ts'),
    );
    create(join(root, 'public/config.json'), own('config.json'));
  };
}

/** Without specs, which are Jasmine's. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

const own = (name: string) => readFileSync(new URL(`files/${name}.txt`, import.meta.url), 'utf8');

/** In the versions that this project is tested with, but Angular's in the application's own. */
function dependencies({ angular }: AdoptingApp, skipInstall: boolean): Rule[] {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const install = skipInstall ? InstallBehavior.None : InstallBehavior.Auto;
  return DEPENDENCIES.map((name) =>
    addDependency(name, dependencies[name] ?? angular, { install }),
  );
}
