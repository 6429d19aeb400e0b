import { Location } from '@angular/common';
import {
  HTTP_INTERCEPTORS,
  HttpClient,
  HttpContext,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MsalInterceptor } from '@azure/msal-angular';
import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { of, retry, Subject, throwError } from 'rxjs';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { adele, FakeMsal } from '../testing/fake-msal';
import { RequireTokenInterceptor } from './require-token.interceptor';
import { ANONYMOUS, SILENT_ONLY, authInterceptor } from './auth.interceptor';
import { TOKEN_DELAY } from './token-provider';

const ME = 'https://graph.microsoft.com/v1.0/me';
const stepUp = new InteractionRequiredAuthError('interaction_required', 'c0');
const offline = new BrowserAuthError('no_network_connectivity', 'c0');

describe('authInterceptor, in front of MsalInterceptor', () => {
  let msal: FakeMsal;
  let backend: HttpTestingController;
  let delays: number[];
  let resume: Subject<void>;

  /** Retries before authInterceptor, as `apiRetry` does. */
  const retryOnce: HttpInterceptorFn = (request, next) =>
    next(request).pipe(
      retry({
        count: 1,
        delay: (error: { status?: number }) =>
          error.status === 503 ? resume : throwError(() => error),
      }),
    );

  beforeEach(() => {
    delays = [];
    resume = new Subject();
    clearRedirects(exampleSettings);
    msal = new FakeMsal();
    msal.accounts = [adele];
    msal.active = adele;
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
        { provide: HTTP_INTERCEPTORS, useClass: RequireTokenInterceptor, multi: true },
        provideHttpClient(withInterceptors([retryOnce, authInterceptor]), withInterceptorsFromDi()),
        provideHttpClientTesting(),
        {
          provide: TOKEN_DELAY,
          useValue: (milliseconds: number) => of(delays.push(milliseconds)),
        },
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    clearRedirects(exampleSettings);
  });

  /** The outcome of a call: `ok`, `HTTP 401`, or the kind of a TokenError. */
  function call(url = ME, context = new HttpContext(), method = 'GET'): { outcome: string } {
    const result = { outcome: 'pending' };
    TestBed.inject(HttpClient)
      .request(method, url, { context })
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

  it('sends a call with a token', async () => {
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
    it(`${row}: ${error.errorCode} fails the call, and the page stays`, async () => {
      msal.silentResult = () => Promise.reject(error);
      const result = call();
      await settled();

      expect(result.outcome).toBe('token_unavailable');
      expect(msal.loginRequests).toEqual([]);
    });
  }

  it('F3: retries a busy Entra ID after a delay, then sends the call', async () => {
    const busy = new ServerError('temporarily_unavailable', 'c0', '', '', '90055', 429);
    msal.silentResult = () =>
      msal.silentRequests.length === 1
        ? Promise.reject(busy)
        : Promise.resolve({ accessToken: 'token' });
    call();
    await settled();

    expect(delays).toEqual([2_500]);
    backend.expectOne(ME);
  });

  it('F28: does not retry without a network', async () => {
    msal.silentResult = () => Promise.reject(offline);
    call();
    await settled();

    expect(delays).toEqual([]);
    expect(msal.silentRequests.length).toBe(1);
  });

  it('F9: redirects to Entra ID for interaction_required, and returns to this page', async () => {
    msal.silentResult = () => Promise.reject(stepUp);
    TestBed.inject(Location).go('/mail?x=1');
    const result = call();
    await settled();

    expect(result.outcome).toBe('interaction_started');
    expect(msal.loginRequests).toEqual([jasmine.objectContaining({ state: '/mail?x=1' })]);
  });

  it('starts one sign-in for a thousand calls without a token, and each gets an error', async () => {
    msal.silentResult = () => Promise.reject(stepUp);
    const results = Array.from({ length: 1_000 }, () => call());
    await settled();

    expect(msal.loginRequests.length).toBe(1);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(
      new Set(['interaction_started']),
    );
  });

  it('never redirects for a silent-only call', async () => {
    msal.silentResult = () => Promise.reject(stepUp);
    const result = call(ME, new HttpContext().set(SILENT_ONLY, true));
    await settled();

    expect(result.outcome).toBe('interaction_required');
    expect(msal.loginRequests).toEqual([]);
  });

  it('sends an anonymous call without a token', async () => {
    call(ME, new HttpContext().set(ANONYMOUS, true));
    await settled();

    expect(backend.expectOne(ME).request.headers.has('Authorization')).toBeFalse();
    expect(msal.silentRequests).toEqual([]);
  });

  it('S12: fails for a Graph URL without a row instead of sending it without a token', async () => {
    const result = call('https://graph.microsoft.com/v1.0/users');
    await settled();

    expect(result.outcome).toBe('not_protected');
    backend.expectNone(() => true);
  });

  it('does not change calls to other hosts', async () => {
    msal.active = null;
    call('/config.json');
    await settled();

    expect(backend.expectOne('/config.json').request.headers.has('Authorization')).toBeFalse();
  });

  it('F29: retries a plain 401 once with a fresh token', async () => {
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

  it('F31: passes a 403 on without a retry', async () => {
    const result = call();
    await settled();
    answer(403);
    await settled();

    expect(result.outcome).toBe('HTTP 403');
    expect(msal.silentRequests).not.toContain(jasmine.objectContaining({ forceRefresh: true }));
  });

  it('F29: retries a write too after a plain 401, because Graph has not acted', async () => {
    const result = call(ME, new HttpContext(), 'PATCH');
    await settled();
    answer(401);
    await settled();
    answer(200);

    expect(result.outcome).toBe('ok');
  });

  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
  const challenge = {
    'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"`,
  };

  it('F30: meets a claims challenge and retries a read', async () => {
    const result = call();
    await settled();
    answer(401, challenge);
    await settled();

    expect(msal.silentRequests).toContain(jasmine.objectContaining({ claims }));

    answer(200);

    expect(result.outcome).toBe('ok');
  });

  for (const method of ['POST', 'PATCH', 'DELETE']) {
    it(`F30: leaves the retry of a ${method} after a claims challenge to the person, with the token ready`, async () => {
      const result = call(ME, new HttpContext(), method);
      await settled();
      answer(401, challenge);
      await settled();

      expect(result.outcome).toBe('retry_required');
      expect(msal.silentRequests).toContain(jasmine.objectContaining({ claims }));
      backend.expectNone(() => true);

      const again = call(ME, new HttpContext(), method);
      await settled();
      answer(200);

      expect(again.outcome).toBe('ok');
    });
  }

  it('F30: redirects with the claims for a write that needs interaction, and does not retry it', async () => {
    const result = call(ME, new HttpContext(), 'POST');
    await settled();
    msal.silentResult = () => Promise.reject(stepUp);
    answer(401, challenge);
    await settled();

    expect(result.outcome).toBe('interaction_started');
    expect(msal.loginRequests).toEqual([jasmine.objectContaining({ claims, account: adele })]);
    backend.expectNone(() => true);
  });

  it('F44: does not retry a call for an account that was activated meanwhile', async () => {
    const result = call(ME, new HttpContext(), 'PATCH');
    await settled();
    answer(503);
    msal.active = { ...adele, homeAccountId: 'oscar.contoso' };
    resume.next();
    await settled();

    expect(result.outcome).toBe('account_changed');
    backend.expectNone(() => true);
  });
});
