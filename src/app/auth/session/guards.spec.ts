import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  mapToCanActivate,
  mapToCanActivateChild,
  provideRouter,
  Router,
  type Routes,
  RouterOutlet,
} from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';
import { BrowserAuthError } from '@azure/msal-browser';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { provideAuthTesting } from '../testing/provide-auth-testing';
import { adele, FakeMsal } from '../testing/fake-msal';
import { FORBIDDEN_ROUTE, hasRole } from './has-role.guard';
import { signedIn } from './signed-in.guard';

@Component({ template: 'page' })
class PageComponent {}

@Component({ template: 'not found' })
class NotFoundComponent {}

@Component({ template: 'forbidden' })
class ForbiddenStandInComponent {}

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class ShellComponent {}

const child = { path: 'child', component: PageComponent };

const routes: Routes = [
  { path: '', pathMatch: 'full', component: ShellComponent },
  { path: 'activate', component: PageComponent, canActivate: mapToCanActivate([MsalGuard]) },
  { path: 'children', canActivateChild: mapToCanActivateChild([MsalGuard]), children: [child] },
  { path: 'match', canMatch: [signedIn], loadComponent: () => Promise.resolve(PageComponent) },
  { path: 'match-children', canMatch: [signedIn], children: [child] },
  { path: 'admin', canMatch: [hasRole('Admin')], component: PageComponent },
  { path: FORBIDDEN_ROUTE, component: ForbiddenStandInComponent },
  { path: 'old', redirectTo: ({ queryParams }) => `/match?x=${String(queryParams['x'] ?? '')}` },
  { path: 'sign-in-failed', component: ShellComponent },
  { path: '**', component: NotFoundComponent },
];

describe('the guard of a route', () => {
  let msal: FakeMsal;
  const go = async (url: string) => {
    const fixture = TestBed.createComponent(ShellComponent);
    await TestBed.inject(Router).navigateByUrl(url);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideAuthTesting({ account: null }), provideRouter(routes)],
    });
    msal = TestBed.inject(FakeMsal);
  });

  const addresses: Record<string, string> = {
    '/activate': '/activate',
    '/activate;a=1?x=1&y=2#part': '/activate;a=1?x=1&y=2#part',
    '/children/child?x=1': '/children/child?x=1',
    '/match': '/match',
    '/match;a=1?x=1#part': '/match;a=1?x=1#part',
    '/match-children/child#part': '/match-children/child#part',
    '/old?x=7': '/old?x=7',
  };
  for (const [address, target] of Object.entries(addresses)) {
    it(`S18: signs in and returns to ${target} from ${address}`, async () => {
      const page = await go(address);

      expect(msal.loginRequests).toEqual([jasmine.objectContaining({ state: target })]);
      expect(page).not.toContain('page');
      expect(page).not.toContain('not found');
    });

    it(`admits a signed-in person to ${address}`, async () => {
      msal.accounts = [adele];

      expect(await go(address)).toContain('page');
      expect(msal.loginRequests).toEqual([]);
    });
  }

  it('hasRole: signs in whoever is not, and comes back', async () => {
    await go('/admin?x=1');

    expect(msal.loginRequests).toEqual([jasmine.objectContaining({ state: '/admin?x=1' })]);
  });

  for (const [roles, text] of [
    [['Reader', 'Admin'], 'page'],
    [['Reader', 'admin'], 'forbidden'],
    [[], 'forbidden'],
  ] as const) {
    it(`hasRole: shows ${text} to somebody with the roles [${roles.join()}]`, async () => {
      const account = { ...adele, idTokenClaims: { ...adele.idTokenClaims, roles: [...roles] } };
      msal.accounts = [account];
      TestBed.inject(SignedInAccounts).activate(account);

      expect(await go('/admin')).toContain(text);
      // The role may come with the next sign-in: the address stays.
      expect(TestBed.inject(Location).path()).not.toContain('forbidden');
    });
  }

  it('shows the failed page when a sign-in for canMatch cannot start', async () => {
    msal.redirectStart = Promise.reject(new BrowserAuthError('no_network_connectivity', ''));
    await go('/match');

    expect(TestBed.inject(Router).url).toBe('/sign-in-failed');
  });
});
