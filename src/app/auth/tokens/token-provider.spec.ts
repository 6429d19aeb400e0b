import { TestBed } from '@angular/core/testing';
import {
  type AuthenticationResult,
  BrowserAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser';
import { lastValueFrom, NEVER } from 'rxjs';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { allowRedirect, clearRedirects } from '../sign-in/redirect-loop-guard';
import { adele, FakeMsal } from '../testing/fake-msal';
import { TOKEN_DELAY, TokenProvider } from './token-provider';

const oscar = { ...adele, homeAccountId: 'oscar.contoso' };
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const stepUp = new InteractionRequiredAuthError('interaction_required', 'c0');

describe('TokenProvider', () => {
  let msal: FakeMsal;
  let answer: (result: Partial<AuthenticationResult> | Error) => void;

  beforeEach(() => {
    clearRedirects(exampleSettings);
    msal = new FakeMsal();
    msal.accounts = [adele, oscar];
    msal.active = adele;
    msal.silentResult = () =>
      new Promise((resolve, reject) => {
        answer = (result) => {
          if (result instanceof Error) reject(result);
          else resolve(result);
        };
      });
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        { provide: TOKEN_DELAY, useValue: () => NEVER },
        msal.provide(exampleSettings),
      ],
    });
  });

  afterEach(() => {
    clearRedirects(exampleSettings);
  });

  const acquire = (options = {}) =>
    TestBed.inject(TokenProvider).acquire({ account: adele, scopes: ['User.Read'], ...options });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const kind = (name: string, more = {}) => jasmine.objectContaining({ kind: name, ...more });

  it('F10: redirects when consent for the scopes of sign-in was revoked', async () => {
    const acquired = lastValueFrom(acquire());
    await settled();
    answer(new InteractionRequiredAuthError('invalid_grant', 'c0', '', 'consent_required'));

    await expectAsync(acquired).toBeRejectedWith(kind('interaction_started'));
  });

  it('leaves it to the page to explain consent for further scopes', async () => {
    const acquired = lastValueFrom(acquire({ scopes: ['Mail.Read'] }));
    await settled();
    answer(new InteractionRequiredAuthError('invalid_grant', 'c0', '', 'consent_required'));

    await expectAsync(acquired).toBeRejectedWith(
      kind('consent_required', { request: { scopes: ['Mail.Read'] } }),
    );
    expect(msal.loginRequests).toEqual([]);
  });

  const turns = {
    account_changed: () => (msal.active = oscar),
    signed_out: () => (msal.active = null),
  };
  for (const [name, change] of Object.entries(turns)) {
    it(`F44: does not redirect for a call whose account is no longer active: ${name}`, async () => {
      const acquired = lastValueFrom(acquire());
      await settled();
      change();
      answer(stepUp);

      await expectAsync(acquired).toBeRejectedWith(kind(name));
      expect(msal.loginRequests).toEqual([]);
    });

    it(`F44: does not use the token of an account that is no longer active: ${name}`, async () => {
      const acquired = lastValueFrom(acquire());
      await settled();
      change();
      answer({ accessToken: 'token' });

      await expectAsync(acquired).toBeRejectedWith(kind(name));
    });

    it(`F44: requests no token when the account is no longer active at the start: ${name}`, async () => {
      change();

      await expectAsync(lastValueFrom(acquire())).toBeRejectedWith(kind(name));
      expect(msal.silentRequests).toEqual([]);
    });
  }

  it('does not redirect for a call that was unsubscribed from', async () => {
    const waiting = acquire().subscribe();
    await settled();
    waiting.unsubscribe();
    answer(stepUp);
    await settled();

    expect(msal.loginRequests).toEqual([]);
  });

  it('requests a token for each subscription', async () => {
    const token = acquire();
    token.subscribe();
    token.subscribe();
    await settled();

    expect(msal.silentRequests.length).toBe(2);
  });

  it('F9: requests the claims silently, then interactively', async () => {
    const acquired = lastValueFrom(acquire({ claims }));
    await settled();
    answer(stepUp);

    await expectAsync(acquired).toBeRejectedWith(kind('interaction_started'));
    expect(msal.silentRequests).toEqual([jasmine.objectContaining({ claims, account: adele })]);
    expect(msal.loginRequests).toEqual([jasmine.objectContaining({ claims, account: adele })]);
  });

  for (const [what, answers] of [
    ['leaves for Entra ID when that can be reached', true],
    ['stays on the page when Entra ID cannot be reached', false],
  ] as const) {
    it(`F13, F28: after a hidden iframe that timed out, ${what}`, async () => {
      spyOn(window, 'fetch').and.callFake(() =>
        answers ? Promise.resolve(new Response()) : Promise.reject(new TypeError('offline')),
      );
      const acquired = lastValueFrom(acquire());
      await settled();
      answer(new BrowserAuthError('timed_out', 'c0'));

      await expectAsync(acquired).toBeRejectedWith(
        kind(answers ? 'interaction_started' : 'token_unavailable'),
      );
      expect(msal.loginRequests.length).toBe(answers ? 1 : 0);
    });
  }

  it('F44: does not redirect for a call that was unsubscribed from while it checks that Entra ID is reachable', async () => {
    const probe = Promise.withResolvers<Response>();
    spyOn(window, 'fetch').and.returnValue(probe.promise);
    const call = acquire().subscribe({ error: fail });
    await settled();
    answer(new BrowserAuthError('timed_out', 'c0'));
    await settled();
    call.unsubscribe();
    probe.resolve(new Response());
    await settled();

    expect(msal.loginRequests).toEqual([]);
  });

  it('F14: returns the request for a sign-in when it must not redirect', async () => {
    const silent = lastValueFrom(acquire({ claims, silentOnly: true }));
    await settled();
    answer(stepUp);

    await expectAsync(silent).toBeRejectedWith(
      kind('interaction_required', { request: { scopes: ['User.Read'], claims } }),
    );

    while (allowRedirect(exampleSettings));
    const loop = lastValueFrom(acquire({ claims }));
    await settled();
    answer(stepUp);

    await expectAsync(loop).toBeRejectedWith(
      kind('redirect_loop', { request: { scopes: ['User.Read'], claims } }),
    );
  });

  it('passes on why it could not redirect', async () => {
    const refused = new ServerError('server_error', 'c0');
    msal.redirectStart = Promise.reject(refused);
    const acquired = lastValueFrom(acquire());
    await settled();
    answer(stepUp);

    await expectAsync(acquired).toBeRejectedWith(kind('token_unavailable', { cause: refused }));
  });

  it('F4: retries a busy Entra ID only after a delay', async () => {
    acquire().subscribe();
    await settled();
    answer(new ServerError('temporarily_unavailable', 'c0', '', '', '90055', 429));
    await settled();

    expect(msal.silentRequests.length).toBe(1);
  });
});
