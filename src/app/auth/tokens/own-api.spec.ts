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
import { MSAL_INTERCEPTOR_CONFIG, MsalInterceptor } from '@azure/msal-angular';
import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { SETTINGS } from '../../settings/settings';
import { interceptorConfiguration } from '../msal/msal-configuration';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { adele, FakeMsal } from '../testing/fake-msal';
import { RequireTokenInterceptor } from './require-token.interceptor';
import { SILENT_ONLY, authInterceptor } from './auth.interceptor';

const ORDERS = 'https://orders.contoso.example/orders';
const scopes = ['api://orders/Orders.Read'];

describe('a row for an API beside Graph', () => {
  let msal: FakeMsal;

  beforeEach(() => {
    clearRedirects(exampleSettings);
    msal = new FakeMsal();
    msal.accounts = [adele];
    msal.active = adele;
    const configuration = interceptorConfiguration(exampleSettings);
    configuration.protectedResourceMap.set(ORDERS, scopes);
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        { provide: MSAL_INTERCEPTOR_CONFIG, useValue: configuration },
        { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
        { provide: HTTP_INTERCEPTORS, useClass: RequireTokenInterceptor, multi: true },
        provideHttpClient(withInterceptors([authInterceptor]), withInterceptorsFromDi()),
        provideHttpClientTesting(),
      ],
    });
  });

  afterEach(() => {
    clearRedirects(exampleSettings);
  });

  async function call(url: string, context = new HttpContext()): Promise<unknown> {
    let error: unknown;
    TestBed.inject(HttpClient)
      .get(url, { context })
      .subscribe({ error: (thrown: unknown) => (error = thrown) });
    await new Promise((resolve) => setTimeout(resolve));
    return error;
  }

  it('attaches a token with its scopes', async () => {
    await call(ORDERS);
    const { request } = TestBed.inject(HttpTestingController).expectOne(ORDERS);

    expect(request.headers.get('Authorization')).toBe('Bearer token');
    expect(msal.silentRequests).toEqual([
      jasmine.objectContaining({ scopes }),
      jasmine.objectContaining({ scopes }),
    ]);
  });

  it('leaves it to the page to explain consent for a new scope, and does not redirect', async () => {
    msal.silentResult = () =>
      Promise.reject(new InteractionRequiredAuthError('consent_required', 'c0'));

    expect(await call(ORDERS)).toEqual(
      jasmine.objectContaining({ kind: 'consent_required', request: { scopes } }),
    );
    expect(msal.loginRequests).toEqual([]);
  });

  it('redirects with its scopes when Entra ID requires interaction, and reports it to the caller', async () => {
    msal.silentResult = () =>
      Promise.reject(new InteractionRequiredAuthError('login_required', 'c0'));

    expect(await call(ORDERS)).toEqual(jasmine.objectContaining({ kind: 'interaction_started' }));
    expect(msal.loginRequests).toEqual([jasmine.objectContaining({ scopes, account: adele })]);
  });

  it('returns the request for a sign-in when the call must not redirect', async () => {
    msal.silentResult = () =>
      Promise.reject(new InteractionRequiredAuthError('login_required', 'c0'));

    expect(await call(ORDERS, new HttpContext().set(SILENT_ONLY, true))).toEqual(
      jasmine.objectContaining({ kind: 'interaction_required', request: { scopes } }),
    );
  });

  it('does not send a call to one of its URLs without a row', async () => {
    expect(await call(`${ORDERS}-archive`)).toEqual(
      jasmine.objectContaining({ kind: 'not_protected' }),
    );
  });

  it('does not change calls to other hosts', async () => {
    await call('https://orders.contoso.example.evil.test/orders');
    const { request } = TestBed.inject(HttpTestingController).expectOne(() => true);

    expect(request.headers.has('Authorization')).toBeFalse();
    expect(msal.silentRequests).toEqual([]);
  });
});
