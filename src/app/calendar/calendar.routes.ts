import type { Routes } from '@angular/router';
import { provideProtectedResources } from '../auth/tokens/provide-protected-resources';
import { CalendarComponent } from './calendar.component';

/** Both calls name both permissions, so that the person is asked once. */
export const calendarRoutes: Routes = [
  {
    path: '',
    providers: [
      provideProtectedResources({
        paths: ['/v1.0/me/calendarView', '/v1.0/me/mailboxSettings'],
        scopes: ['Calendars.Read', 'MailboxSettings.Read'],
      }),
    ],
    component: CalendarComponent,
  },
];
