import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { graphFailure } from './graph-failure';

const response = (status: number, headers = {}, error: unknown = hostile) =>
  new HttpErrorResponse({
    status,
    headers: new HttpHeaders({ 'request-id': 'r0', ...headers }),
    error,
  });
const hostile = { error: { code: 'x', message: '<img src=x onerror=alert(1)>' } };

describe('graphFailure', () => {
  const cases: [row: string, status: number, title: RegExp][] = [
    ['F28', 0, /could not be reached/],
    ['F29', 401, /no longer valid/],
    ['F31', 403, /do not have permission/],
    ['personal account', 404, /no data/],
    ['F33', 429, /busy/],
    ['F34', 500, /not available/],
    ['F34', 503, /not available/],
    ['F36', 200, /could not be read/],
    ['any other', 418, /refused/],
  ];
  for (const [row, status, title] of cases) {
    it(`${row}: has a message for status ${status}`, () => {
      expect(graphFailure(response(status)).title).toMatch(title);
    });
  }

  it('F27: distinguishes offline from an unreachable service', () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);

    expect(graphFailure(response(0)).kind).toBe('offline');
  });

  it('F35: reports a timeout', () => {
    const timeout = response(0, {}, new DOMException('', 'TimeoutError'));

    expect(graphFailure(timeout)).toEqual(
      jasmine.objectContaining({ kind: 'timeout', code: 'TimeoutError' }),
    );
  });

  it('F31: has advice for the administrator on a 403', () => {
    expect(graphFailure(response(403)).administrator).toContain('scopes');
  });

  it('F33: says how long to wait when Graph does', () => {
    const busy = graphFailure(response(429, { 'Retry-After': '120' }));

    expect(busy.remedy).toBe('Wait for 2 minutes, then try again.');
  });

  it('keeps code, request ID and time for support', () => {
    const time = new Date('2026-11-22T10:00:00Z');

    expect(graphFailure(response(503), time)).toEqual(
      jasmine.objectContaining({ code: 'HTTP 503', requestId: 'r0', time }),
    );
  });

  it('advises a sign-in after a 401, and a retry after anything else', () => {
    expect(graphFailure(response(401)).needsSignIn).toBeTrue();
    expect(graphFailure(response(500)).needsSignIn).toBeFalse();
  });

  it('F36: has a message for a response of the wrong shape', () => {
    expect(graphFailure(new Error('odd')).title).toMatch(/could not be read/);
  });

  for (const thrown of [undefined, null, 'odd', 0, {}]) {
    it(`has a message for ${JSON.stringify(thrown)}`, () => {
      expect(graphFailure(thrown)).toEqual(
        jasmine.objectContaining({ kind: 'unreadable', code: 'unknown' }),
      );
    });
  }

  it('S38: never shows what the server wrote', () => {
    const failure = graphFailure(response(403, { 'request-id': '<img src=x>' }));

    expect(JSON.stringify(failure)).not.toContain('<img');
  });

  describe('of an API of config.json', () => {
    const apis = [
      {
        name: 'Orders',
        origin: 'https://orders.example.com',
        paths: ['/*'],
        scopes: ['O.Read'],
        methods: undefined,
      },
    ];
    const titleAt = (url: string) =>
      graphFailure(new HttpErrorResponse({ status: 503, url }), new Date(), apis).title;

    it('names that API', () => {
      expect(titleAt('https://orders.example.com/orders')).toBe(
        'Orders is not available at the moment',
      );
    });

    it('is distinguished from Graph, and from a similar host', () => {
      for (const url of [
        'https://graph.microsoft.com/v1.0/me',
        'https://orders.example.com.evil.test/',
      ])
        expect(titleAt(url)).toBe('Microsoft Graph is not available at the moment');
    });
  });
});
