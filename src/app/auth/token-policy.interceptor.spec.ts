import {
  HTTP_INTERCEPTORS,
  HttpClient,
  HttpContext,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MsalInterceptor } from '@azure/msal-angular';
import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { of } from 'rxjs';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { forgetRedirects } from './redirect-breaker';
import { adele, FakeMsal } from './testing/fake-msal';
import { TokenCheck } from './token-check.interceptor';
import { ANONYMOUS, SILENT_ONLY, tokenPolicy } from './token-policy.interceptor';
import { TOKEN_PAUSE } from './token-source';

const ME = 'https://graph.microsoft.com/v1.0/me';
const stepUp = new InteractionRequiredAuthError('interaction_required', 'c0');
const offline = new BrowserAuthError('no_network_connectivity', 'c0');

describe('tokenPolicy, in front of MsalInterceptor', () => {
  let msal: FakeMsal;
  let backend: HttpTestingController;
  let pauses: number[];

  beforeEach(() => {
    pauses = [];
    forgetRedirects();
    msal = new FakeMsal();
    msal.accounts = [adele];
    msal.active = adele;
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
        { provide: HTTP_INTERCEPTORS, useClass: TokenCheck, multi: true },
        provideHttpClient(withInterceptors([tokenPolicy]), withInterceptorsFromDi()),
        provideHttpClientTesting(),
        { provide: TOKEN_PAUSE, useValue: (milliseconds: number) => of(pauses.push(milliseconds)) },
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    forgetRedirects();
  });

  /** What becomes of a call: `ok`, `HTTP 401`, or the kind of a TokenError. */
  function call(url = ME, context = new HttpContext()): { outcome: string } {
    const result = { outcome: 'pending' };
    TestBed.inject(HttpClient)
      .get(url, { context })
      .subscribe({
        next: () => (result.outcome = 'ok'),
        error: ({ kind, status }: { kind?: string; status?: number }) => {
          result.outcome = kind ?? `HTTP ${status ?? 0}`;
        },
        complete: () => {
          if (result.outcome === 'pending') result.outcome = 'silence';
        },
      });
    return result;
  }

  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  const answer = (status: number, headers = {}) => {
    backend.expectOne(() => true).flush({}, { status, statusText: 'any', headers });
  };

  it('lets a call with a token pass', async () => {
    const result = call();
    await settled();
    const sent = backend.expectOne(ME);
    sent.flush({});

    expect(sent.request.headers.get('Authorization')).toBe('Bearer token');
    expect(result.outcome).toBe('ok');
  });

  it('sends nothing for a person who is not signed in', async () => {
    msal.active = null;
    const result = call();
    await settled();

    expect(result.outcome).toBe('signed_out');
    expect(msal.silentRequests).toEqual([]);
    expect(msal.loginRequests).toEqual([]);
  });

  for (const [row, error] of [
    ['F28', offline],
    ['F3', new ServerError('temporarily_unavailable', 'c0', '', '', '90055', 429)],
    ['F6', new ServerError('failed_to_parse_response', 'c0')],
  ] as const) {
    it(`${row}: ${error.errorCode} is an error to the caller and the page stays`, async () => {
      msal.silentResult = () => Promise.reject(error);
      const result = call();
      await settled();

      expect(result.outcome).toBe('token_unavailable');
      expect(msal.loginRequests).toEqual([]);
    });
  }

  it('F3: a busy Entra ID is asked again after a pause, and the call goes on', async () => {
    const busy = new ServerError('temporarily_unavailable', 'c0', '', '', '90055', 429);
    msal.silentResult = () =>
      msal.silentRequests.length === 1
        ? Promise.reject(busy)
        : Promise.resolve({ accessToken: 'token' });
    call();
    await settled();

    expect(pauses).toEqual([2_500]);
    backend.expectOne(ME);
  });

  it('F28: a lost network is not waited for', async () => {
    msal.silentResult = () => Promise.reject(offline);
    call();
    await settled();

    expect(pauses).toEqual([]);
    expect(msal.silentRequests.length).toBe(1);
  });

  for (const [row, error] of [
    ['F9', stepUp],
    ['F13', new BrowserAuthError('timed_out', 'c0')],
  ] as const) {
    it(`${row}: ${error.errorCode} leaves for Entra ID, and comes back to this page`, async () => {
      msal.silentResult = () => Promise.reject(error);
      const result = call();
      await settled();

      expect(result.outcome).toBe('interaction_started');
      expect(msal.loginRequests).toEqual([
        jasmine.objectContaining({ account: adele, state: window.location.pathname }),
      ]);
    });
  }

  it('a thousand calls that miss their token begin one sign-in, and each gets an error', async () => {
    msal.silentResult = () => Promise.reject(stepUp);
    const results = Array.from({ length: 1_000 }, () => call());
    await settled();

    expect(msal.loginRequests.length).toBe(1);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(
      new Set(['interaction_started']),
    );
  });

  it('a call that is silent only never leaves', async () => {
    msal.silentResult = () => Promise.reject(stepUp);
    const result = call(ME, new HttpContext().set(SILENT_ONLY, true));
    await settled();

    expect(result.outcome).toBe('interaction_required');
    expect(msal.loginRequests).toEqual([]);
  });

  it('an anonymous call goes out without a token', async () => {
    call(ME, new HttpContext().set(ANONYMOUS, true));
    await settled();

    expect(backend.expectOne(ME).request.headers.has('Authorization')).toBeFalse();
    expect(msal.silentRequests).toEqual([]);
  });

  it('S12: a Graph address that no row protects is an error, not an anonymous call', async () => {
    const result = call('https://graph.microsoft.com/v1.0/users');
    await settled();

    expect(result.outcome).toBe('not_protected');
    backend.expectNone(() => true);
  });

  it('leaves calls to other addresses alone', async () => {
    msal.active = null;
    call('/config.json');
    await settled();

    expect(backend.expectOne('/config.json').request.headers.has('Authorization')).toBeFalse();
  });

  it('F29: a plain 401 is answered with a fresh token, once', async () => {
    const result = call();
    await settled();
    answer(401);
    await settled();

    expect(msal.silentRequests).toContain(jasmine.objectContaining({ forceRefresh: true }));

    answer(401);
    await settled();

    expect(result.outcome).toBe('HTTP 401');
    backend.expectNone(() => true);
  });

  it('F31: a 403 is passed on, and no other token tried', async () => {
    const result = call();
    await settled();
    answer(403);
    await settled();

    expect(result.outcome).toBe('HTTP 403');
    expect(msal.silentRequests).not.toContain(jasmine.objectContaining({ forceRefresh: true }));
  });

  it('F30: a claims challenge is answered with those claims, and the call repeated', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const result = call();
    await settled();
    answer(401, {
      'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"`,
    });
    await settled();

    expect(msal.silentRequests).toContain(jasmine.objectContaining({ claims }));

    answer(200);
    await settled();

    expect(result.outcome).toBe('ok');
  });
});
