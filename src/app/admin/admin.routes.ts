import type { Routes } from '@angular/router';
import { provideProtectedResources } from '../auth/tokens/provide-protected-resources';
import { AdminComponent } from './admin.component';

export const adminRoutes: Routes = [
  {
    path: '',
    providers: [
      provideProtectedResources({
        paths: ['/v1.0/me/memberOf'],
        scopes: ['GroupMember.Read.All'],
      }),
    ],
    component: AdminComponent,
  },
];
