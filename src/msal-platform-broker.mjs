/**
 * Stands in for the part of MSAL that talks to a platform broker (Windows' account manager, through a
 * browser extension). MSAL loads that part only where `system.allowPlatformBroker` is set, which it is
 * not (src/app/auth/msal-configuration.ts), but it bundles it always: a ninth of its size.
 *
 * `fileReplacements` in angular.json puts this file in its place; tools/msal-trim.test.ts fails when a
 * new version of MSAL uses that part in another way. To have the broker, remove the replacements there.
 */
class NoPlatformBroker {
  static createProvider() {
    throw new Error('This build has no platform broker: see src/msal-platform-broker.mjs.');
  }

  constructor() {
    NoPlatformBroker.createProvider();
  }
}

export {
  NoPlatformBroker as PlatformAuthDOMHandler,
  NoPlatformBroker as PlatformAuthExtensionHandler,
  NoPlatformBroker as PlatformAuthInteractionClient,
};
