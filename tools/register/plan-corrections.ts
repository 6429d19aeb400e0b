import type { Application } from './graph/resources.ts';
import type { Change } from './plan.ts';
import type { WantedApplication, Wishes } from './wanted.ts';

/** What is wrong with a registration for a single-page application, and what the command line asked for. */
export function corrections(
  application: Application,
  wanted: WantedApplication,
  { audience, name, logoutUrl }: Wishes,
): Change[] {
  const { web, api, displayName, signInAudience } = application;
  const misplaced = web.redirectUris.filter((uri) => wanted.spa.redirectUris.includes(uri));
  const { enableIdTokenIssuance, enableAccessTokenIssuance } = web.implicitGrantSettings;
  return [
    when(misplaced.length > 0, {
      what: `Platform of ${misplaced.join(', ')}: from Web to Single-page application`,
      why: 'Under Web, a browser may not redeem the code (AADSTS9002326).',
      edit: (app) => ({
        ...app,
        web: { ...app.web, redirectUris: app.web.redirectUris.filter(isNot(misplaced)) },
        spa: { redirectUris: [...new Set([...app.spa.redirectUris, ...misplaced])] },
      }),
    }),
    when(enableIdTokenIssuance || enableAccessTokenIssuance, {
      what: 'Implicit grant: off',
      why: 'The app uses the authorization code flow; implicit puts tokens into addresses.',
      edit: (app) => ({
        ...app,
        web: { ...app.web, implicitGrantSettings: wanted.web.implicitGrantSettings },
      }),
    }),
    when(api.requestedAccessTokenVersion !== 2, {
      what: 'Access tokens of the example API: version 2',
      why: 'The example API expects the issuer of version 2; personal accounts require it.',
      edit: (app) => ({ ...app, api: { ...app.api, requestedAccessTokenVersion: 2 } }),
    }),
    when(audience !== undefined && signInAudience !== wanted.signInAudience, {
      what: `Supported account types: ${wanted.signInAudience}, was ${signInAudience}`,
      why: 'Asked for with --audience.',
      edit: (app) => ({ ...app, signInAudience: wanted.signInAudience }),
    }),
    when(name !== undefined && displayName !== name, {
      what: `Name: ${wanted.displayName}, was ${displayName}`,
      why: 'Asked for with --name.',
      edit: (app) => ({ ...app, displayName: wanted.displayName }),
    }),
    when(logoutUrl !== undefined && web.logoutUrl !== logoutUrl, {
      what: `Front-channel logout URL: ${logoutUrl ?? ''}`,
      why: 'Entra opens it when somebody signs out in another app.',
      edit: (app) => ({ ...app, web: { ...app.web, logoutUrl: logoutUrl ?? null } }),
    }),
  ].flat();
}

const isNot = (taken: readonly string[]) => (uri: string) => !taken.includes(uri);

const when = (isNeeded: boolean, change: Omit<Change, 'widens'>): Change[] =>
  isNeeded ? [{ ...change, widens: false }] : [];
