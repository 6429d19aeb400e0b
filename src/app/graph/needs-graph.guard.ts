import { inject } from '@angular/core';
import { type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { SETTINGS } from '../settings/settings';

/** Leads from a page that calls Graph to the account page where the identity provider has no Graph. */
export const needsGraph: CanMatchFn = () =>
  inject(SETTINGS).graphBaseUrl !== '' || new RedirectCommand(inject(Router).parseUrl('/account'));
