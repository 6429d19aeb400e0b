import { mapToCanActivate, type Routes } from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';
import { HomeComponent } from './home/home.component';
import { MISSING_PAGE_ROUTE } from './missing-page/lead-to-missing-page';
import { MissingPageComponent } from './missing-page/missing-page.component';
import { ProfileComponent } from './profile/profile.component';

const APP = 'Angular + Entra ID';

/** Every page and what guards it. Personal pages carry MsalGuard; the failed page must not. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', title: `Home · ${APP}`, component: HomeComponent },
  {
    path: 'profile',
    title: `Your profile · ${APP}`,
    component: ProfileComponent,
    canActivate: mapToCanActivate([MsalGuard]),
  },
  {
    path: 'sign-in-failed',
    title: `Sign-in failed · ${APP}`,
    loadComponent: async () => (await import('./deferred')).SignInFailedComponent,
  },
  {
    path: MISSING_PAGE_ROUTE,
    title: `Page did not load · ${APP}`,
    component: MissingPageComponent,
  },
  {
    path: '**',
    title: `Page not found · ${APP}`,
    loadComponent: async () => (await import('./deferred')).NotFoundComponent,
  },
];
