import { TestBed } from '@angular/core/testing';
import { BrowserAuthError, EventType, InteractionType } from '@azure/msal-browser';
import { exampleSettings } from '../settings/example-settings';
import { type AuthEvent, AuthEvents } from './auth-events';
import { adele, FakeMsal } from './testing/fake-msal';

describe('AuthEvents', () => {
  let msal: FakeMsal;
  let seen: AuthEvent[];

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({ providers: [msal.provide(exampleSettings)] });
    seen = [];
    TestBed.inject(AuthEvents).events$.subscribe((event) => seen.push(event));
  });

  const emit = (eventType: EventType, more: object = {}) => {
    msal.emit({ eventType, timestamp: 1, correlationId: 'c0', ...more });
  };

  it('tells of a sign-in, with nothing of the person', () => {
    emit(EventType.LOGIN_SUCCESS, { payload: adele });

    expect(seen).toEqual([{ type: 'signed-in', time: 1, correlationId: 'c0' }]);
    expect(JSON.stringify(seen)).not.toContain('adele');
  });

  it('tells of a failure by its code', () => {
    emit(EventType.ACQUIRE_TOKEN_FAILURE, {
      error: new BrowserAuthError('timed_out', 'c0', 'adele@contoso.example'),
    });

    expect(seen).toEqual([{ type: 'failed', time: 1, correlationId: 'c0', code: 'timed_out' }]);
  });

  it('tells of leaving for Entra ID, and not of a token looked for in silence', () => {
    emit(EventType.ACQUIRE_TOKEN_START, { interactionType: InteractionType.Silent });
    emit(EventType.ACQUIRE_TOKEN_START, { interactionType: InteractionType.Redirect });

    expect(seen.map(({ type }) => type)).toEqual(['leaving']);
  });

  it('leaves out what is MSAL’s own business', () => {
    emit(EventType.INITIALIZE_START);
    emit(EventType.HANDLE_REDIRECT_END);

    expect(seen).toEqual([]);
  });
});
