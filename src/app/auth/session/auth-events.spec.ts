import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import {
  BrowserAuthError,
  EventType,
  InteractionRequiredAuthError,
  InteractionType,
  ServerError,
} from '@azure/msal-browser';
import { firstValueFrom } from 'rxjs';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { AuthEvents } from './auth-events';
import { completeRedirect } from './complete-redirect';
import { Session } from './session';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { adele, FakeMsal, signedInAsAdele, signedInWithForeignToken } from '../testing/fake-msal';
import { TokenError } from '../errors/token-error';
import { authInterceptor } from '../tokens/auth.interceptor';

describe('AuthEvents', () => {
  let msal: FakeMsal;

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        provideLocationMocks(),
        provideHttpClient(withInterceptors([authInterceptor])),
      ],
    });
    TestBed.inject(AuthEvents);
  });

  /** The events that a new subscriber gets, without the time. */
  function heard(): object[] {
    const events: object[] = [];
    TestBed.inject(AuthEvents)
      .events$.subscribe(({ time, ...event }) => {
        expect(Math.abs(time - Date.now())).toBeLessThan(60_000);
        events.push(event);
      })
      .unsubscribe();
    return events;
  }

  const comeBack = () => TestBed.runInInjectionContext(completeRedirect);
  const emit = (eventType: EventType, interactionType: InteractionType, payload: object = {}) => {
    msal.emit({ eventType, interactionType, correlationId: 'c0', payload });
  };

  it('replays a sign-in to a later subscriber, without personal data', async () => {
    msal.redirectResult = Promise.resolve(signedInAsAdele);
    await comeBack();

    expect(heard()).toEqual([{ type: 'signed-in', correlationId: 'c0' }]);
    expect(JSON.stringify(heard())).not.toContain('adele');
  });

  it('emits a failed sign-in for an ID token that is not valid', async () => {
    msal.redirectResult = Promise.resolve(signedInWithForeignToken);
    await comeBack();

    expect(heard()).toEqual([
      { type: 'sign-in-failed', code: 'id_token_aud', correlationId: 'c0' },
    ]);
  });

  it('emits a failed sign-in once, though MSAL emits it too', async () => {
    const error = new BrowserAuthError('request_timed_out', 'c0');
    TestBed.inject(Session);
    msal.emit({
      eventType: EventType.ACQUIRE_TOKEN_FAILURE,
      interactionType: InteractionType.Redirect,
      error,
    });
    msal.redirectResult = Promise.reject(error);
    await comeBack();

    expect(heard()).toEqual([
      { type: 'sign-in-failed', code: 'request_timed_out', correlationId: 'c0' },
    ]);
  });

  it('accepts no text from a URL as a code', async () => {
    msal.redirectResult = Promise.reject(new ServerError('adele@contoso.example <b>', 'c 0'));
    await comeBack();

    expect(heard()).toEqual([{ type: 'sign-in-failed', code: 'unknown', correlationId: '' }]);
  });

  it('emits the kind and MSAL’s code for a call that got no token', () => {
    const cause = new InteractionRequiredAuthError('login_required', 'c0', 'adele');
    TestBed.inject(AuthEvents).tokenFailed(new TokenError('interaction_required', cause));
    TestBed.inject(AuthEvents).tokenFailed(new TokenError('redirect_loop', cause));

    expect(heard()).toEqual([
      {
        type: 'token-failed',
        kind: 'interaction_required',
        code: 'login_required',
        correlationId: 'c0',
      },
      { type: 'token-failed', kind: 'redirect_loop', code: 'redirect_loop', correlationId: 'c0' },
    ]);
  });

  it('emits an event for every Graph call that got no token', async () => {
    const me = TestBed.inject(HttpClient).get(`${exampleSettings.graphBaseUrl}/v1.0/me`);
    await expectAsync(firstValueFrom(me)).toBeRejected();

    expect(heard()).toEqual([
      { type: 'token-failed', kind: 'signed_out', code: 'signed_out', correlationId: '' },
    ]);
  });

  it('emits no event for a call that waits for the redirect, nor for one that Graph refused', () => {
    TestBed.inject(AuthEvents).tokenFailed(new TokenError('interaction_started'));
    TestBed.inject(AuthEvents).tokenFailed(new Error('HTTP 500'));

    expect(heard()).toEqual([]);
  });

  it('emits every redirect, whatever began it, and silent renewals', () => {
    emit(EventType.ACQUIRE_TOKEN_START, InteractionType.Silent);
    emit(EventType.ACQUIRE_TOKEN_SUCCESS, InteractionType.Silent, { fromCache: true });
    emit(EventType.ACQUIRE_TOKEN_SUCCESS, InteractionType.Silent, { fromCache: false });
    emit(EventType.ACQUIRE_TOKEN_START, InteractionType.Redirect);
    emit(EventType.LOGOUT_START, InteractionType.Redirect);

    expect(heard()).toEqual([
      { type: 'token-renewed', correlationId: 'c0' },
      { type: 'redirecting', to: 'sign-in', correlationId: 'c0' },
      { type: 'redirecting', to: 'sign-out', correlationId: 'c0' },
    ]);
  });

  describe('when the session ends', () => {
    beforeEach(() => {
      msal.accounts = [adele];
      TestBed.inject(SignedInAccounts).activate();
    });

    const ended = (reason: string) => [{ type: 'signed-out', reason, correlationId: '' }];

    it('emits it before the browser redirects to Entra ID', async () => {
      spyOn(window, 'fetch').and.resolveTo(new Response());
      await TestBed.inject(Session).signOut();

      expect(heard()).toEqual(ended('here'));
    });

    it('emits that Entra ID was unreachable', async () => {
      spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
      await TestBed.inject(Session).signOut();

      expect(heard()).toEqual(ended('local-only'));
    });

    it('emits that another tab’s idle timeout has ended it', async () => {
      await TestBed.inject(Session).endLocalSession('idle');

      expect(heard()).toEqual(ended('idle'));
    });
  });

  it('replays the last fifty to a later subscriber', () => {
    for (let count = 0; count < 60; count++) TestBed.inject(AuthEvents).emit({ type: 'signed-in' });

    expect(heard().length).toBe(50);
  });
});
