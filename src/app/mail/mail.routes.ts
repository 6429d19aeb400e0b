import type { Routes } from '@angular/router';
import { provideProtectedResources } from '../auth/tokens/provide-protected-resources';
import { MailComponent } from './mail.component';

/** Reading needs Mail.Read, which is asked for when the page is opened; Mail.ReadWrite when something is changed. */
export const mailRoutes: Routes = [
  {
    path: '',
    providers: [
      provideProtectedResources(
        {
          paths: [
            '/v1.0/me/mailFolders',
            '/v1.0/me/mailFolders/*/messages',
            '/v1.0/me/messages',
            '/v1.0/me/messages/*',
          ],
          scopes: ['Mail.Read'],
        },
        { paths: ['/v1.0/me/messages/*'], methods: ['PATCH'], scopes: ['Mail.ReadWrite'] },
      ),
    ],
    component: MailComponent,
  },
];
