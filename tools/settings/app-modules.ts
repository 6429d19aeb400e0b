import { registerHooks } from 'node:module';

/**
 * Lets Node run the app's own checks of config.json unbuilt: inside src/app imports have no extension, as
 * Angular's builder wants it, and Node asks for one.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    /^\.\.?\//.test(specifier) &&
    !/\.[cm]?[jt]s$/.test(specifier) &&
    context.parentURL?.includes('/src/app/settings/')
      ? next(`${specifier}.ts`, context)
      : next(specifier, context),
});
