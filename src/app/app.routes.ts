import { mapToCanActivate, type Routes } from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';
import { FORBIDDEN_ROUTE, hasRole } from './auth/session/has-role.guard';
import { needsGraph } from './graph/needs-graph.guard';
import { HomeComponent } from './home/home.component';
import { PAGE_LOAD_FAILED_ROUTE } from './page-load-failed/handle-chunk-load-error';
import { PageLoadFailedComponent } from './page-load-failed/page-load-failed.component';
import { GRAPH, type NavigationLink } from './ui/navigation-links';

const title = (page: string) => $localize`${page}:page: · Angular + Entra ID`;
const navigation = (label: string, icon: string, isPublic = false): NavigationLink => ({
  label,
  icon,
  isPublic,
});
/** For a page that calls Microsoft Graph. */
const graphPage = (...link: Parameters<typeof navigation>) => ({
  ...navigation(...link),
  api: GRAPH,
});

/**
 * Every page and what guards it. Personal pages carry MsalGuard; `sign-in-failed` must not, or it would loop. Two
 * pages are not lazy: the landing page, which is prerendered, and the one for chunks that could not be loaded.
 */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: title($localize`Home`),
    data: { navigation: navigation($localize`Home`, 'M4 11l8-7 8 7v9h-5v-6H9v6H4z', true) },
    component: HomeComponent,
  },
  {
    path: 'profile',
    title: title($localize`Your profile`),
    data: {
      navigation: graphPage(
        $localize`Profile`,
        'M12 12a4 4 0 100-8 4 4 0 000 8zm-8 9a8 8 0 0116 0',
        true,
      ),
    },
    canMatch: [needsGraph],
    canActivate: mapToCanActivate([MsalGuard]),
    loadChildren: () => import('./profile/profile.routes').then((m) => m.profileRoutes),
  },
  {
    path: 'mail',
    title: title($localize`Mail`),
    data: { navigation: graphPage($localize`Mail`, 'M3 6h18v12H3zM3 7l9 6 9-6') },
    canMatch: [needsGraph],
    canActivate: mapToCanActivate([MsalGuard]),
    loadChildren: () => import('./mail/mail.routes').then((m) => m.mailRoutes),
  },
  {
    path: 'calendar',
    title: title($localize`Calendar`),
    data: { navigation: graphPage($localize`Calendar`, 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4') },
    canMatch: [needsGraph],
    canActivate: mapToCanActivate([MsalGuard]),
    loadChildren: () => import('./calendar/calendar.routes').then((m) => m.calendarRoutes),
  },
  {
    path: 'people',
    title: title($localize`People`),
    data: {
      navigation: graphPage(
        $localize`People`,
        'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zm-7 9a7 7 0 0114 0M16 4.5a3.5 3.5 0 010 6.5m3 9a7 7 0 00-3-5.7',
      ),
    },
    canMatch: [needsGraph],
    canActivate: mapToCanActivate([MsalGuard]),
    loadChildren: () => import('./people/people.routes').then((m) => m.peopleRoutes),
  },
  {
    path: 'tasks',
    title: title($localize`Tasks`),
    data: {
      navigation: {
        ...navigation(
          $localize`Tasks`,
          'M4 6l1.5 1.5L8 5M4 12.5L5.5 14 8 11.5M4 19l1.5 1.5L8 18M11 6h9M11 12.5h9M11 19h9',
        ),
        api: 'Tasks',
      },
    },
    canActivate: mapToCanActivate([MsalGuard]),
    loadComponent: () => import('./tasks/tasks.component').then((m) => m.TasksComponent),
  },
  {
    path: 'account',
    title: title($localize`Account`),
    canActivate: mapToCanActivate([MsalGuard]),
    loadComponent: () => import('./account/account.component').then((m) => m.AccountComponent),
  },
  {
    path: 'admin',
    title: title($localize`Administration`),
    data: {
      navigation: {
        ...graphPage($localize`Admin`, 'M12 3l8 3v6c0 4.5-3.2 7.6-8 9-4.8-1.4-8-4.5-8-9V6z'),
        role: 'Admin',
      },
    },
    canMatch: [needsGraph, hasRole('Admin')],
    loadChildren: () => import('./admin/admin.routes').then((m) => m.adminRoutes),
  },
  {
    path: FORBIDDEN_ROUTE,
    title: title($localize`Not for everybody`),
    loadComponent: () =>
      import('./forbidden/forbidden.component').then((m) => m.ForbiddenComponent),
  },
  {
    path: 'sign-in-failed',
    title: title($localize`Sign-in failed`),
    data: { preload: true },
    loadComponent: () =>
      import('./sign-in-failed/sign-in-failed.component').then((m) => m.SignInFailedComponent),
  },
  {
    path: PAGE_LOAD_FAILED_ROUTE,
    title: title($localize`Page did not load`),
    component: PageLoadFailedComponent,
  },
  {
    path: '**',
    title: title($localize`Page not found`),
    loadComponent: () => import('./not-found/not-found.component').then((m) => m.NotFoundComponent),
  },
];
