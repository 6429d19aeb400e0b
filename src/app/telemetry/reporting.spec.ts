import { HttpErrorResponse } from '@angular/common/http';
import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ServerError } from '@azure/msal-browser';
import { Session } from '../auth/session/session';
import { FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { provideReporting } from './provide-reporting';

const REPORT_URL = 'https://otel.example.com/v1/logs';
const MARKER = 'Zyxmarker';

@Component({ template: '' })
class PageComponent {}

describe('reporting', () => {
  let sent: jasmine.Spy<typeof navigator.sendBeacon>;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    visibility = 'visible';
    spyOnProperty(document, 'visibilityState').and.callFake(() => visibility);
    sent = spyOn(navigator, 'sendBeacon').and.returnValue(true);
    spyOn(console, 'error');
    const settings = { ...exampleSettings, reportUrl: REPORT_URL };
    TestBed.configureTestingModule({
      rethrowApplicationErrors: false,
      providers: [
        { provide: SETTINGS, useValue: settings },
        new FakeMsal().provide(settings),
        provideRouter([{ path: 'mail', component: PageComponent }]),
        provideReporting(),
      ],
    });
    TestBed.inject(ErrorHandler);
  });

  /** Leaves the page; returns what was sent for each event, by the names of its attributes. */
  async function leave(): Promise<Record<string, Record<string, unknown>>> {
    visibility = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    const [url, body] = sent.calls.mostRecent().args;
    expect(url).toBe(REPORT_URL);
    const text = await (body as Blob).text();
    expect(text).not.toContain(MARKER);
    const { resourceLogs } = JSON.parse(text) as {
      resourceLogs: {
        scopeLogs: {
          logRecords: { eventName: string; attributes: { key: string; value: object }[] }[];
        }[];
      }[];
    };
    const records = resourceLogs.flatMap(({ scopeLogs }) =>
      scopeLogs.flatMap(({ logRecords }) => logRecords),
    );
    return Object.fromEntries(
      records.map(({ eventName, attributes }) => [
        eventName,
        Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
      ]),
    );
  }

  it('reports a failed sign-in by its code and correlation ID', async () => {
    const id = '01a21ef2-f9ee-7564-9c13-8735100b8694';
    TestBed.inject(Session).fail(new ServerError('access_denied', id, `AADSTS50105: ${MARKER}`));

    expect((await leave())['app.auth.sign_in_failed']).toEqual({
      'error.type': 'access_denied',
      'app.auth.correlation_id': id,
      'url.path': '/*',
    });
  });

  it('S37: reports an uncaught error without its text, and the page without what is open on it', async () => {
    await TestBed.inject(Router).navigateByUrl(`/mail?message=${MARKER}#${MARKER}`);
    const url = `https://graph.microsoft.com/v1.0/users/${MARKER}`;
    TestBed.inject(ErrorHandler).handleError(
      new HttpErrorResponse({ status: 503, url, error: { message: MARKER } }),
    );

    expect((await leave())['exception']).toEqual({
      'exception.type': 'HttpErrorResponse',
      'http.response.status_code': 503,
      'url.path': '/mail',
    });
  });

  it('sends everything at once, and nothing twice', async () => {
    TestBed.inject(ErrorHandler).handleError(new TypeError(MARKER));
    TestBed.inject(ErrorHandler).handleError(new TypeError(MARKER));
    await leave();
    sent.calls.reset();
    document.dispatchEvent(new Event('visibilitychange'));

    expect(sent).not.toHaveBeenCalled();
  });

  it('sends nothing while the page is shown', () => {
    TestBed.inject(ErrorHandler).handleError(new TypeError(MARKER));
    document.dispatchEvent(new Event('visibilitychange'));

    expect(sent).not.toHaveBeenCalled();
  });
});
