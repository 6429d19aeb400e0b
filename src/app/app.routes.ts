import { mapToCanActivate, type Routes } from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';
import { HomeComponent } from './home/home.component';
import { PAGE_LOAD_FAILED_ROUTE } from './page-load-failed/handle-chunk-load-error';
import { PageLoadFailedComponent } from './page-load-failed/page-load-failed.component';

const title = (page: string) => `${page} · Angular + Entra ID`;

/**
 * Every page and what guards it. Personal pages carry MsalGuard; `sign-in-failed` must not, or it would loop. Two
 * pages are not lazy: the landing page, which is prerendered, and the one for chunks that could not be loaded.
 */
export const routes: Routes = [
  { path: '', pathMatch: 'full', title: title('Home'), component: HomeComponent },
  {
    path: 'profile',
    title: title('Your profile'),
    canActivate: mapToCanActivate([MsalGuard]),
    loadComponent: () => import('./profile/profile.component').then((m) => m.ProfileComponent),
  },
  {
    path: 'sign-in-failed',
    title: title('Sign-in failed'),
    data: { preload: true },
    loadComponent: () =>
      import('./sign-in-failed/sign-in-failed.component').then((m) => m.SignInFailedComponent),
  },
  {
    path: PAGE_LOAD_FAILED_ROUTE,
    title: title('Page did not load'),
    component: PageLoadFailedComponent,
  },
  {
    path: '**',
    title: title('Page not found'),
    loadComponent: () => import('./not-found/not-found.component').then((m) => m.NotFoundComponent),
  },
];
