import type { Routes } from '@angular/router';
import { provideProtectedResources } from '../auth/tokens/provide-protected-resources';
import { PeopleComponent } from './people.component';

/** Names need what everybody may allow; who reports to whom needs what only an administrator may. */
export const peopleRoutes: Routes = [
  {
    path: '',
    providers: [
      provideProtectedResources(
        {
          paths: ['/v1.0/users/*/manager', '/v1.0/users/*/directReports'],
          scopes: ['User.Read.All'],
        },
        { paths: ['/v1.0/users', '/v1.0/users/*'], scopes: ['User.ReadBasic.All'] },
      ),
    ],
    component: PeopleComponent,
  },
];
