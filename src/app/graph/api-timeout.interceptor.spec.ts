import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { apiTimeout } from './api-timeout.interceptor';

const ORDERS = 'https://orders.contoso.example';
const settings = {
  ...exampleSettings,
  apis: [{ name: 'Orders', origin: ORDERS, paths: ['/*'], scopes: ['O.Read'] }],
};

describe('apiTimeout', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: settings },
        provideHttpClient(withInterceptors([apiTimeout])),
        provideHttpClientTesting(),
      ],
    });
  });

  function limitOf(url: string, options = {}): number | undefined {
    TestBed.inject(HttpClient).get(url, options).subscribe();
    return TestBed.inject(HttpTestingController).expectOne(url).request.timeout;
  }

  it('F35: sets a timeout of 15 seconds for Graph', () => {
    expect(limitOf('https://graph.microsoft.com/v1.0/me')).toBe(15_000);
  });

  it('F35: sets the same timeout for an API of config.json', () => {
    expect(limitOf(`${ORDERS}/orders`)).toBe(15_000);
  });

  it('keeps a timeout that the call has', () => {
    expect(limitOf('https://graph.microsoft.com/v1.0/me', { timeout: 60_000 })).toBe(60_000);
  });

  it('sets no timeout for other hosts', () => {
    expect(limitOf('https://graph.microsoft.us/v1.0/me')).toBeUndefined();
  });
});
