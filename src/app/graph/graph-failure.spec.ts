import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { graphFailure } from './graph-failure';

const response = (status: number) =>
  new HttpErrorResponse({
    status,
    headers: new HttpHeaders({ 'request-id': 'r0' }),
    error: { error: { code: 'x', message: '<img src=x onerror=alert(1)>' } },
  });

describe('graphFailure', () => {
  const cases: [row: string, status: number, title: RegExp][] = [
    ['F27', 0, /could not be reached/],
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
    it(`${row}: has words for status ${status}`, () => {
      expect(graphFailure(response(status)).title).toMatch(title);
    });
  }

  it('keeps the request ID for support', () => {
    expect(graphFailure(response(503))).toEqual(
      jasmine.objectContaining({ code: 'HTTP 503', requestId: 'r0' }),
    );
  });

  it('leads to sign-in after a 401, and to another try after anything else', () => {
    expect(graphFailure(response(401)).needsSignIn).toBeTrue();
    expect(graphFailure(response(500)).needsSignIn).toBeFalse();
  });

  it('F36: has words for an answer of the wrong shape', () => {
    expect(graphFailure(new Error('odd')).title).toMatch(/could not be read/);
  });

  it('S38: never shows what the server wrote', () => {
    expect(JSON.stringify(graphFailure(response(403)))).not.toContain('<img');
  });
});
