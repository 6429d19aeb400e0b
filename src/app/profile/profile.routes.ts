import type { Routes } from '@angular/router';
import { provideProtectedResources } from '../auth/tokens/provide-protected-resources';
import { ORGANIZATION_SCOPES } from './organization-client';
import { ProfileComponent } from './profile.component';

/** The profile itself needs no more than sign-in asks for; who is above and below needs an administrator's consent. */
export const profileRoutes: Routes = [
  {
    path: '',
    providers: [
      provideProtectedResources(
        { paths: ['/v1.0/$batch'], methods: ['POST'], scopes: ORGANIZATION_SCOPES },
        { paths: ['/v1.0/me/memberOf'], scopes: ['GroupMember.Read.All'] },
      ),
    ],
    component: ProfileComponent,
  },
];
