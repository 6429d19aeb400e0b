import type { Rule } from '@angular-devkit/schematics';
import { type AdoptingApp, ROUTES } from './find-app.ts';

/** The changes of an application's own code. Each is made once: a second run finds it made. */

/** The settings come first: whoever signs in, and where, is not known before. */
export function changeStart({ main }: AdoptingApp): Rule {
  return (tree) => {
    const text = tree.readText(main);
    if (text.includes('startMsal(')) return;
    const changed = text.replace(
      /bootstrapApplication\(\s*(\w+),\s*appConfig\s*\)/,
      `startMsal(fetch('config.json'))
  .then((started) =>
    bootstrapApplication($1, mergeApplicationConfig(appConfig, authConfig(started))),
  )`,
    );
    const imports = `import { mergeApplicationConfig } from '@angular/core';
import { authConfig } from './app/auth.config';
import { startMsal } from './app/auth/start/start-msal';
`;
    tree.overwrite(main, imports + changed);
  };
}

/** One HttpClient for the app: where it has its own, that one gets the interceptors. */
export function changeHttpClient({ folder }: AdoptingApp): Rule {
  return (tree) => {
    const config = `${folder}/app.config.ts`;
    const text = tree.readText(config);
    if (!text.includes('provideHttpClient(') || text.includes('authInterceptor')) return;
    const hasLegacy = text.includes('withInterceptorsFromDi');
    const features = `withInterceptors([authInterceptor]), ${hasLegacy ? '' : 'withInterceptorsFromDi(), '}`;
    const names = ['withInterceptors', 'withInterceptorsFromDi'].filter(
      (name) => !text.includes(name),
    );
    tree.overwrite(
      config,
      `${names.length > 0 ? `import { ${names.join(', ')} } from '@angular/common/http';\n` : ''}import { authInterceptor } from './auth/tokens/auth.interceptor';
${text.replace('provideHttpClient(', `provideHttpClient(${features}`)}`,
    );
    const auth = `${folder}/auth.config.ts`;
    tree.overwrite(auth, tree.readText(auth).replace(/^.*(HttpClient|authInterceptor).*\n/gm, ''));
  };
}

/** A guarded page as an example, and the page that the guard leads to when it cannot sign in. */
export function addRoutes({ folder }: AdoptingApp): Rule {
  return (tree) => {
    const path = `${folder}/app.routes.ts`;
    const text = tree.readText(path);
    if (text.includes('sign-in-failed')) return;
    const routes = `
  {
    path: 'me',
    canActivate: mapToCanActivate([MsalGuard]),
    loadComponent: () => import('./me/me.component').then((m) => m.MeComponent),
  },
  {
    path: 'sign-in-failed',
    loadComponent: () =>
      import('./sign-in-failed/sign-in-failed.component').then((m) => m.SignInFailedComponent),
  },
`;
    const changed = text.replace(new RegExp(`(${ROUTES.source})\\s*?\\n?`), `$1${routes}`);
    tree.overwrite(
      path,
      `import { mapToCanActivate } from '@angular/router';\nimport { MsalGuard } from '@azure/msal-angular';\n${changed}`,
    );
  };
}
