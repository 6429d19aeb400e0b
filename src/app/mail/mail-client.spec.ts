import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideAuthTesting } from '../auth/testing/provide-auth-testing';
import { authInterceptor } from '../auth/tokens/auth.interceptor';
import { mailRoutes } from './mail.routes';
import { MailClient } from './mail-client';
import type { Message } from './message';

describe('MailClient', () => {
  let backend: HttpTestingController;
  let mail: MailClient;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting(),
        mailRoutes[0]?.providers ?? [],
        provideHttpClient(withInterceptors([authInterceptor]), withInterceptorsFromDi()),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
    mail = TestBed.inject(MailClient);
  });

  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  async function firstPage(search: string) {
    const messages = TestBed.runInInjectionContext(() =>
      mail.messages(
        () => '',
        () => search,
      ),
    );
    TestBed.tick();
    await settle();
    return { messages, call: backend.expectOne(({ url }) => url.endsWith('/me/messages')) };
  }

  it('asks for what the list shows, with a token', async () => {
    const { call } = await firstPage('');

    expect(call.request.params.get('$select')).not.toContain('body,');
    expect(call.request.params.has('$search')).toBeFalse();
    expect(call.request.params.get('$orderby')).toBe('receivedDateTime desc');
    expect(call.request.headers.get('Authorization')).toBe('Bearer token');
  });

  it('keeps what is searched for inside its quotes', async () => {
    const { call } = await firstPage(' from:x" OR \\ "y ');

    expect(call.request.params.get('$search')).toBe('"from:x  OR    y"');
    expect(call.request.params.has('$orderby')).toBeFalse();
  });

  it('takes a draft that has next to nothing', async () => {
    const { messages, call } = await firstPage('');
    call.flush({ value: [{ id: '1', receivedDateTime: '2026-11-27T09:00:00Z', from: null }] });
    await settle();

    expect(messages.error()).toBeUndefined();
    expect(messages.items()[0]).toEqual(jasmine.objectContaining({ isRead: true, from: null }));
  });

  it('changes a message only in the version that was seen', async () => {
    const message = { id: 'a/b', '@odata.etag': 'W/"1"' } as Message;
    mail.markAs(message, true).subscribe();
    await settle();
    const { request } = backend.expectOne(({ method }) => method === 'PATCH');

    expect(request.url).toMatch(/\/me\/messages\/a%2Fb$/);
    expect(request.headers.get('If-Match')).toBe('W/"1"');
    expect(request.body).toEqual({ isRead: true });
  });
});
