import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { NEVER, type Observable, of } from 'rxjs';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { apiRetry } from './api-retry.interceptor';
import { RETRY_DELAY } from './retry-delay';

const ME = 'https://graph.microsoft.com/v1.0/me';

const ORDERS = 'https://orders.contoso.example';
const settings = {
  ...exampleSettings,
  apis: [{ name: 'Orders', origin: ORDERS, paths: ['/*'], scopes: ['O.Read'] }],
};

describe('apiRetry', () => {
  let backend: HttpTestingController;
  let delays: number[];
  let resume: Observable<unknown>;
  let outcome: unknown;

  beforeEach(() => {
    delays = [];
    resume = of(undefined);
    outcome = undefined;
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: RETRY_DELAY, useValue: (wait: number) => (delays.push(wait), resume) },
        provideHttpClient(withInterceptors([apiRetry])),
        provideHttpClientTesting(),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  const send = (method = 'GET', url = ME) =>
    TestBed.inject(HttpClient)
      .request(method, url)
      .subscribe({
        next: (body) => (outcome = body),
        error: ({ status }: { status: number }) => (outcome = status),
      });

  /** Responds to the pending call. */
  function answer(status: number, headers = {}): void {
    backend.expectOne(() => true).flush({ status }, { status, statusText: 'any', headers });
  }

  const noneIsWaiting = () => {
    expect(backend.match(() => true).length).toBe(0);
  };

  it('F34: retries a read after two server errors', () => {
    send();
    [500, 500, 200].forEach((status) => {
      answer(status);
    });

    expect(outcome).toEqual({ status: 200 });
    noneIsWaiting();
  });

  for (const status of [429, 502, 503, 504]) {
    it(`retries a read after ${status}`, () => {
      send();
      answer(status);
      answer(200);

      expect(outcome).toEqual({ status: 200 });
    });
  }

  it('retries calls to an API of config.json', () => {
    send('GET', `${ORDERS}/orders`);
    answer(503);
    answer(200);

    expect(outcome).toEqual({ status: 200 });
  });

  it('fails after three retries', () => {
    send();
    [503, 503, 503, 503].forEach((status) => {
      answer(status);
    });

    expect(outcome).toBe(503);
    noneIsWaiting();
  });

  for (const status of [400, 401, 403, 404, 409, 501]) {
    it(`does not retry a read after ${status}`, () => {
      send();
      answer(status);

      expect(outcome).toBe(status);
      noneIsWaiting();
    });
  }

  it('F33: waits as long as Retry-After says', () => {
    send();
    answer(429, { 'Retry-After': '2' });
    answer(200);

    expect(delays).toEqual([2_000]);
  });

  it('F33: waits until the date of Retry-After', () => {
    send();
    answer(503, { 'Retry-After': new Date(Date.now() + 5_000).toUTCString() });

    expect(delays[0]).toBeGreaterThan(3_000);
    expect(delays[0]).toBeLessThanOrEqual(5_000);
    answer(200);
  });

  it('waits with exponential backoff and jitter without Retry-After', () => {
    send();
    [500, 500, 500, 200].forEach((status) => {
      answer(status);
    });

    delays.forEach((delay, index) => {
      expect(delay).toBeGreaterThanOrEqual(250 * 2 ** index);
      expect(delay).toBeLessThanOrEqual(500 * 2 ** index);
    });
  });

  it('does not retry at once though Retry-After is 0', () => {
    send();
    answer(429, { 'Retry-After': '0' });

    expect(delays[0]).toBeGreaterThanOrEqual(250);
    answer(200);
  });

  it('F33: fails when Retry-After is too long', () => {
    send();
    answer(429, { 'Retry-After': '11' });

    expect(outcome).toBe(429);
    noneIsWaiting();
  });

  it('limits the total delay of a call', () => {
    send();
    answer(429, { 'Retry-After': '6' });
    answer(429, { 'Retry-After': '6' });

    expect(outcome).toBe(429);
    expect(delays).toEqual([6_000]);
  });

  it('F28: retries a read after a network error, but not while offline', () => {
    const onLine = spyOnProperty(navigator, 'onLine').and.returnValue(true);
    send();
    backend.expectOne(ME).error(new ProgressEvent('error'));
    onLine.and.returnValue(false);
    backend.expectOne(ME).error(new ProgressEvent('error'));

    expect(outcome).toBe(0);
    noneIsWaiting();
  });

  it('F35: does not retry after a timeout', () => {
    send();
    const timeout = new DOMException('', 'TimeoutError') as unknown as ProgressEvent;
    backend.expectOne(ME).error(timeout);

    expect(outcome).toBe(0);
    noneIsWaiting();
  });

  for (const status of [500, 502, 503, 504, 429]) {
    it(`does not retry a write after ${status}, because Graph may have acted`, () => {
      send('POST');
      answer(status);

      expect(outcome).toBe(status);
      noneIsWaiting();
    });
  }

  for (const status of [429, 503]) {
    it(`retries a write after ${status} with Retry-After, because Graph has not acted`, () => {
      send('PATCH');
      answer(status, { 'Retry-After': '1' });
      answer(200);

      expect(outcome).toEqual({ status: 200 });
    });
  }

  it('does not retry calls to other hosts', () => {
    send('GET', 'https://graph.microsoft.com.evil.example/v1.0/me');
    answer(503);

    expect(outcome).toBe(503);
  });

  it('does not retry after an unsubscription', () => {
    resume = NEVER;
    const call = send();
    answer(503);
    call.unsubscribe();

    noneIsWaiting();

    expect(outcome).toBeUndefined();
  });
});
