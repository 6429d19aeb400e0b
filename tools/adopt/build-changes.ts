import type { Rule } from '@angular-devkit/schematics';
import { updateWorkspace } from '@schematics/angular/utility';
import { JSONFile } from '@schematics/angular/utility/json-file';
import type { AdoptingApp } from './find-app.ts';

/** As in this project's angular.json: the page that MSAL's hidden iframe returns to, and MSAL's script on it. */
const BRIDGE = 'redirect.{html,js,css}';
const BRIDGE_SCRIPT = {
  glob: 'msal-redirect-bridge.min.js',
  input: 'node_modules/@azure/msal-browser/lib/redirect-bridge',
};

/** The messages of the layer are marked with `$localize`. */
const LOCALIZE = '@angular/localize';

/** Adds the bridge page to the assets, and `$localize` to the polyfills. */
export function changeBuild({ name, main }: AdoptingApp): Rule {
  const bridge = { glob: BRIDGE, input: main.replace(/\/[^/]+$/, '') };
  return updateWorkspace((workspace) => {
    const options = workspace.projects.get(name)?.targets.get('build')?.options;
    if (!options) return;
    const assets = listOf(options['assets']);
    const text = JSON.stringify(assets);
    const missing = [bridge, BRIDGE_SCRIPT].filter(({ glob }) => !text.includes(glob));
    if (missing.length > 0) options['assets'] = [...assets, ...missing];
    const polyfills = listOf(options['polyfills']);
    if (!polyfills.includes(`${LOCALIZE}/init`))
      options['polyfills'] = [...polyfills, `${LOCALIZE}/init`];
  });
}

/** Tells the compiler of `$localize`. */
export function changeTypes({ tsConfig }: AdoptingApp): Rule {
  return (tree) => {
    const file = new JSONFile(tree, tsConfig);
    const path = ['compilerOptions', 'types'];
    const types = listOf(file.get(path));
    if (!types.includes(LOCALIZE)) file.modify(path, [...types, LOCALIZE] as string[]);
  };
}

type Json = NonNullable<Parameters<JSONFile['modify']>[1]>;

const listOf = (value: unknown): Json[] => (value === undefined ? [] : [value].flat()) as Json[];
