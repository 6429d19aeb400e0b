import type { Application } from './graph/resources.ts';
import { additions } from './plan-additions.ts';
import { corrections } from './plan-corrections.ts';
import type { State } from './state.ts';

import { DEFAULT_AUDIENCE, identifierUri, wantedApplication } from './wanted.ts';
import type { WantedApplication, Wishes } from './wanted.ts';

/** One thing that is to be different afterwards. */
export interface Change {
  readonly what: string;
  readonly why: string;
  /** It gives back what somebody may have taken away on purpose: asked about by itself. */
  readonly widens: boolean;
  readonly edit: (application: Application) => Application;
}

/** What has to be done, in the order of its parts. */
export interface Plan {
  /** The body of a new registration; undefined where there is one. */
  readonly create: WantedApplication | undefined;
  readonly changes: readonly Change[];
  readonly addsPrincipal: boolean;
  /** What is as it is, and should be known. */
  readonly notes: readonly string[];
}

/** Compares what there is with what is wanted. Knows no Graph and no terminal. */
export function planRegistration(
  { application, principal }: Pick<State, 'application' | 'principal'>,
  wishes: Wishes,
): Plan {
  const wanted = wantedApplication({ audience: DEFAULT_AUDIENCE, ...wishes });
  const exposes: Change = {
    what: 'Application ID URI: api://<client ID>',
    why: 'The scopes of the example API begin with it.',
    widens: false,
    edit: (app) => ({ ...app, identifierUris: [...app.identifierUris, identifierUri(app.appId)] }),
  };
  if (!application) {
    return { create: wanted, changes: [exposes], addsPrincipal: true, notes: [] };
  }
  const hasUri = application.identifierUris.includes(identifierUri(application.appId));
  return {
    create: undefined,
    changes: [
      ...(hasUri ? [] : [exposes]),
      ...corrections(application, wanted, wishes),
      ...additions(application, wanted, wishes),
    ],
    addsPrincipal: principal === undefined,
    notes:
      (application.passwordCredentials ?? []).length > 0
        ? ['It has a client secret, which a single-page application cannot keep: delete it.']
        : [],
  };
}

/** Whether a plan leaves everything as it is. */
export const isEmpty = ({ create, changes, addsPrincipal }: Plan): boolean =>
  !create && changes.length === 0 && !addsPrincipal;
