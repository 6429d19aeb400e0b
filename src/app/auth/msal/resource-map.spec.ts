import {
  HTTP_INTERCEPTORS,
  HttpClient,
  HttpRequest,
  provideHttpClient,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MSAL_INTERCEPTOR_CONFIG, MsalInterceptor } from '@azure/msal-angular';
import { exampleSettings } from '../../settings/example-settings';
import { adele, FakeMsal } from '../testing/fake-msal';
import { interceptorConfiguration } from './msal-configuration';
import {
  addResource,
  isProtectedOrigin,
  protectedResources,
  type ResourceMap,
  scopesFor,
} from './protected-resources';

const GRAPH = 'https://graph.microsoft.com';
const ORDERS = 'https://orders.contoso.example';
const settings = {
  ...exampleSettings,
  apis: [
    {
      name: 'Orders',
      origin: ORDERS,
      paths: ['/orders/*'],
      scopes: ['O.Read'],
      methods: undefined,
    },
    {
      name: 'Orders',
      origin: ORDERS,
      paths: ['/orders/*'],
      scopes: ['O.Write'],
      methods: ['POST'],
    },
  ],
};

describe('protected resources', () => {
  let map: ResourceMap;
  const scopesOf = (url: string, method = 'GET') =>
    scopesFor(new HttpRequest(method as 'GET', url), map);

  beforeEach(() => {
    map = protectedResources(settings);
  });

  it('have the permissions of their row, not of their origin', () => {
    addResource(map, settings, { paths: ['/v1.0/me/messages'], scopes: ['Mail.Read'] });

    expect(scopesOf(`${GRAPH}/v1.0/me`)).toEqual(['User.Read']);
    expect(scopesOf(`${GRAPH}/v1.0/me/messages?$top=5`)).toEqual(['Mail.Read']);
    expect(scopesOf(`${GRAPH}/v1.0/me/events`)).toBeUndefined();
  });

  it('may have other permissions for some methods', () => {
    expect(scopesOf(`${ORDERS}/orders/1`)).toEqual(['O.Read']);
    expect(scopesOf(`${ORDERS}/orders/1`, 'POST')).toEqual(['O.Write']);
    expect(scopesOf(`${ORDERS}/orders/1`, 'DELETE')).toEqual(['O.Read']);
  });

  it('are the same, whichever of their rows comes first', () => {
    const [read, write] = settings.apis;
    map = protectedResources({
      ...settings,
      apis: [write, read].filter((api) => api !== undefined),
    });

    expect(scopesOf(`${ORDERS}/orders/1`)).toEqual(['O.Read']);
    expect(scopesOf(`${ORDERS}/orders/1`, 'POST')).toEqual(['O.Write']);
  });

  it('may be added again', () => {
    const before = [...map].length;
    addResource(map, settings, { paths: ['/v1.0/me'], scopes: ['User.Read'] });

    expect([...map].length).toBe(before);
    expect(scopesOf(`${GRAPH}/v1.0/me`)).toEqual(['User.Read']);
  });

  it('are of exactly one origin', () => {
    const isProtected = (url: string) => isProtectedOrigin(new HttpRequest('GET', url), map);

    expect(isProtected(`${ORDERS}/anything`)).toBeTrue();
    expect(isProtected(`${ORDERS}.evil.test/orders/1`)).toBeFalse();
    expect(isProtected(`${ORDERS}:8443/orders/1`)).toBeFalse();
  });

  const urls = [
    `${GRAPH}/v1.0/me`,
    `${GRAPH}/v1.0/me/`,
    `${GRAPH}/v1.0/me?$select=id`,
    `${GRAPH}/v1.0/ME`,
    `${GRAPH}/v1.0/x/../me`,
    `${GRAPH}/v1.0/%6de`,
    `${GRAPH}/v1.0/meX`,
    `${GRAPH}/v1.0/me/photos/240x240/$value`,
    `${GRAPH}/v1.0/me/photos/$value`,
    `${GRAPH}:443/v1.0/me`,
    `${GRAPH}.evil.test/v1.0/me`,
    `${ORDERS}/orders/1`,
    `${ORDERS}/orders/1/lines`,
    `${ORDERS}/orders`,
    `${ORDERS}/ordersX1`,
    '/v1.0/me',
  ];
  for (const method of ['GET', 'POST'])
    for (const url of urls)
      it(`match the row that MsalInterceptor takes for ${method} ${url}`, async () => {
        const msal = new FakeMsal();
        msal.accounts = [adele];
        msal.active = adele;
        TestBed.configureTestingModule({
          providers: [
            msal.provide(settings),
            {
              provide: MSAL_INTERCEPTOR_CONFIG,
              useValue: { ...interceptorConfiguration(settings), protectedResourceMap: map },
            },
            { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
            provideHttpClient(withInterceptorsFromDi()),
            provideHttpClientTesting(),
          ],
        });
        TestBed.inject(HttpClient).request(method, url).subscribe();
        await new Promise((resolve) => setTimeout(resolve));
        const [asked] = msal.silentRequests as { scopes: string[] }[];

        expect(scopesOf(url, method)).toEqual(asked?.scopes);
      });
});
