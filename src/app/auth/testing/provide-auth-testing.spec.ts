import {
  HttpClient,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '../session/session';
import { TokenError } from '../errors/token-error';
import { authInterceptor } from '../tokens/auth.interceptor';
import { FakeMsal } from './fake-msal';
import { type AuthTestingOptions, provideAuthTesting } from './provide-auth-testing';

describe('provideAuthTesting', () => {
  function set(options?: AuthTestingOptions): void {
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting(options),
        provideHttpClient(withInterceptors([authInterceptor]), withInterceptorsFromDi()),
        provideHttpClientTesting(),
      ],
    });
  }

  /** Calls Graph; the error if the call ends in one before it is sent. */
  async function callGraph(): Promise<unknown> {
    let failure: unknown;
    TestBed.inject(HttpClient)
      .get('https://graph.microsoft.com/v1.0/me')
      .subscribe({ error: (error: unknown) => (failure = error) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    return failure;
  }

  it('signs Adele in by default', () => {
    set();

    expect(TestBed.inject(Session).account()?.name).toBe('Adele Vance');
  });

  it('signs in the given account, with its roles', () => {
    set({ account: { name: 'Ada', roles: ['Approver'] } });

    expect(TestBed.inject(Session).account()).toEqual(
      jasmine.objectContaining({ name: 'Ada', roles: ['Approver'] }),
    );
  });

  it('signs nobody in for null', () => {
    set({ account: null });

    expect(TestBed.inject(Session).isSignedIn()).toBeFalse();
  });

  it('gives calls to Graph a token', async () => {
    set();
    await callGraph();
    const { request } = TestBed.inject(HttpTestingController).expectOne(() => true);

    expect(request.headers.get('Authorization')).toBe('Bearer token');
  });

  it('fails without a token as the app does', async () => {
    set({ tokenFailure: 'offline' });
    const failure = await callGraph();

    expect(failure).toBeInstanceOf(TokenError);
    expect((failure as TokenError).kind).toBe('token_unavailable');
  });

  it('records the requests to MSAL', async () => {
    set({ tokenFailure: 'interaction required' });
    await callGraph();

    expect(TestBed.inject(FakeMsal).loginRequests.length).toBe(1);
  });
});
