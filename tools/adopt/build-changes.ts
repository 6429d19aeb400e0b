import { posix } from 'node:path';
import type { Rule, Tree } from '@angular-devkit/schematics';
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
export function changeBuild({ options, optionsAt, main, root }: AdoptingApp): Rule {
  const bridge = { glob: BRIDGE, input: main.replace(/\/[^/]+$/, '') };
  const settings = { glob: 'config.json', input: posix.join(root, 'public') };
  return (tree) => {
    const file = new JSONFile(tree, optionsAt.file);
    const assets = listOf(options['assets']);
    const text = JSON.stringify(assets);
    const missing = [
      ...[bridge, BRIDGE_SCRIPT].filter(({ glob }) => !text.includes(glob)),
      // Older applications have their assets elsewhere.
      ...(text.includes(settings.input) ? [] : [settings]),
    ];
    if (missing.length > 0) file.modify([...optionsAt.path, 'assets'], [...assets, ...missing]);
    const polyfills = listOf(options['polyfills']);
    const localize = `${LOCALIZE}/init`;
    if (!polyfills.includes(localize))
      file.modify([...optionsAt.path, 'polyfills'], [...polyfills, localize]);
  };
}

/** What the layer is written in, `Array.at()` for one; Nx compiles for older browsers' libraries. */
const LIB = 'es2022';
const OLDER_LIB = /^es(?:[56]|20(?:1\d|2[01]))\b/i;

/** Tells the compiler of `$localize`, and of the library that the layer needs. */
export function changeTypes({ tsConfig }: AdoptingApp): Rule {
  return (tree) => {
    const file = new JSONFile(tree, tsConfig);
    const path = ['compilerOptions', 'types'];
    const types = listOf(file.get(path));
    if (!types.includes(LOCALIZE)) file.modify(path, [...types, LOCALIZE] as string[]);
    const libs = libsOf(tree, tsConfig);
    if (libs.some((lib) => OLDER_LIB.test(lib))) {
      const newer = libs.map((lib) => (OLDER_LIB.test(lib) ? LIB : lib));
      file.modify(['compilerOptions', 'lib'], [...new Set(newer)]);
    }
  };
}

/** `lib` of a tsconfig or of a file that it extends; empty where none has it, for then it follows `target`. */
function libsOf(tree: Tree, path: string): string[] {
  const file = new JSONFile(tree, path);
  const lib = file.get(['compilerOptions', 'lib']);
  if (lib !== undefined) return listOf(lib).map(String);
  const [base] = listOf(file.get(['extends']));
  const next = typeof base === 'string' ? posix.join(posix.dirname(path), base) : '';
  return tree.exists(next) ? libsOf(tree, next) : [];
}

type Json = NonNullable<Parameters<JSONFile['modify']>[1]>;

const listOf = (value: unknown): Json[] => (value === undefined ? [] : [value].flat()) as Json[];
