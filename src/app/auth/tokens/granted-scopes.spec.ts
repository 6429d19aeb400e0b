import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { adele, FakeMsal } from '../testing/fake-msal';
import { GrantedScopes } from './granted-scopes';
import { TokenProvider } from './token-provider';

describe('GrantedScopes', () => {
  let msal: FakeMsal;
  let granted: GrantedScopes;
  const other = { ...adele, homeAccountId: 'other.contoso' };

  beforeEach(() => {
    sessionStorage.clear();
    msal = new FakeMsal();
    msal.accounts = [adele, other];
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }, msal.provide(exampleSettings)],
    });
    TestBed.inject(SignedInAccounts).activate(adele);
    granted = TestBed.inject(GrantedScopes);
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  const acquire = (...scopes: string[]) =>
    firstValueFrom(TestBed.inject(TokenProvider).acquire({ account: adele, scopes }));

  it('knows nothing at first, and nothing of nobody', () => {
    expect(granted.list()).toEqual([]);
    expect(granted.has('User.Read')).toBeFalse();
  });

  it('learns from every token response, which names more than was requested', async () => {
    msal.granted = ['User.Read', 'Mail.Read'];
    await acquire('User.Read');

    expect(granted.has('Mail.Read', 'User.Read')).toBeTrue();
    expect(granted.has('Mail.Read', 'Calendars.Read')).toBeFalse();
  });

  it('keeps what an earlier response told', async () => {
    msal.granted = ['User.Read'];
    await acquire('User.Read');
    msal.granted = ['user.read', 'Mail.Read'];
    await acquire('Mail.Read');

    expect(granted.list()).toEqual(['User.Read', 'Mail.Read']);
  });

  it('takes a scope with Graph’s address for the one without', () => {
    granted.add(adele.homeAccountId, [`${exampleSettings.graphBaseUrl}/mail.read`]);

    expect(granted.has('Mail.Read')).toBeTrue();
  });

  it('is of one account', () => {
    granted.add(other.homeAccountId, ['Mail.Read']);

    expect(granted.has('Mail.Read')).toBeFalse();

    TestBed.inject(SignedInAccounts).activate(other);

    expect(granted.has('Mail.Read')).toBeTrue();
  });

  it('forgets what Entra ID asks consent for', async () => {
    granted.add(adele.homeAccountId, ['User.Read', 'mail.read']);
    msal.silentResult = () =>
      Promise.reject(new InteractionRequiredAuthError('consent_required', 'c0'));

    await expectAsync(acquire('Mail.Read')).toBeRejected();
    expect(granted.list()).toEqual(['User.Read']);
  });

  it('goes with the account', async () => {
    granted.add(adele.homeAccountId, ['Mail.Read']);
    await TestBed.inject(SignedInAccounts).remove([adele.homeAccountId]);

    expect(Object.keys(sessionStorage).filter((key) => key.endsWith('scopes'))).toEqual([]);
  });
});
