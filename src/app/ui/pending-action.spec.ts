import { TestBed } from '@angular/core/testing';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { PendingAction } from './pending-action';

describe('PendingAction', () => {
  const other = { ...adele, homeAccountId: 'other.contoso' };
  let action: PendingAction;

  beforeEach(() => {
    sessionStorage.clear();
    const msal = new FakeMsal();
    msal.accounts = [adele, other];
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }, msal.provide(exampleSettings)],
    });
    TestBed.inject(SignedInAccounts).activate(adele);
    action = TestBed.inject(PendingAction);
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  it('is taken once', () => {
    action.store('mail.mark', 'true 1');

    expect(action.take('mail.mark')).toBe('true 1');
    expect(action.take('mail.mark')).toBeUndefined();
  });

  it('is of one kind and one account', () => {
    action.store('mail.mark', 'true 1');

    expect(action.take('mail.delete')).toBeUndefined();

    TestBed.inject(SignedInAccounts).activate(other);

    expect(action.take('mail.mark')).toBeUndefined();
  });

  it('is too old after ten minutes', () => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 10, 27));
    action.store('mail.mark', 'true 1');
    jasmine.clock().tick(10 * 60_000);

    expect(action.take('mail.mark')).toBeUndefined();

    jasmine.clock().uninstall();
  });

  it('goes with a sign-out', async () => {
    action.store('mail.mark', 'true 1');
    await TestBed.inject(SignedInAccounts).remove([adele.homeAccountId]);

    expect(sessionStorage.length).toBe(0);
  });
});
