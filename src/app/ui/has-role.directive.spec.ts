import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { HasRoleDirective } from './has-role.directive';

@Component({
  imports: [HasRoleDirective],
  template: `<button *appHasRole="'Admin'" type="button">Delete</button>`,
})
class HostComponent {}

describe('HasRoleDirective', () => {
  const withRoles = (...roles: string[]) => ({
    ...adele,
    idTokenClaims: { ...adele.idTokenClaims, roles },
  });

  it('shows an element to whom has the role, for as long as they are the active account', async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        new FakeMsal().provide(exampleSettings),
      ],
    });
    const fixture = TestBed.createComponent(HostComponent);
    const button = () => (fixture.nativeElement as HTMLElement).querySelector('button');
    const accounts = TestBed.inject(SignedInAccounts);
    await fixture.whenStable();

    expect(button()).toBeNull();

    accounts.activate(withRoles('Reader', 'Admin'));
    await fixture.whenStable();

    expect(button()).not.toBeNull();

    accounts.activate(withRoles('admin', 'Administrator'));
    await fixture.whenStable();

    expect(button()).toBeNull();
  });
});
