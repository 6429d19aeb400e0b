import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { throwError } from 'rxjs';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { TokenError } from '../auth/errors/token-error';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { MailClient } from './mail-client';
import { MessageComponent } from './message.component';

const message = (id: string, isRead = false) => ({
  id,
  '@odata.etag': 'W/"1"',
  subject: 'Figures',
  receivedDateTime: '2026-11-27T12:00:00Z',
  isRead,
  body: { contentType: 'text', content: '' },
});

describe('MessageComponent', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        new FakeMsal().provide(exampleSettings),
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    TestBed.inject(SignedInAccounts).activate(adele);
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  async function open(id: string, isRead = false): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(MessageComponent);
    fixture.componentRef.setInput('id', id);
    TestBed.tick();
    backend.expectOne(({ method }) => method === 'GET').flush(message(id, isRead));
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  const mark = (page: HTMLElement) => page.querySelector<HTMLElement>('.actions button');
  const changes = () => backend.match(({ method }) => method === 'PATCH');

  /** Selects "Mark as read" without the permission, as the page is left for it. */
  async function askForPermission(id: string): Promise<void> {
    const refused = throwError(() => new TokenError('consent_required'));
    const call = spyOn(TestBed.inject(MailClient), 'markAs').and.returnValue(refused);
    mark(await open(id))?.click();
    await settle();
    call.and.callThrough();
  }

  const allow = () => {
    TestBed.inject(GrantedScopes).add(adele.homeAccountId, ['Mail.ReadWrite']);
  };

  it('marks the message as it was wanted, once, when the permission came', async () => {
    await askForPermission('1');
    allow();
    const page = await open('1');
    const [change, ...more] = changes();

    expect(more).toEqual([]);
    expect(change?.request.body).toEqual({ isRead: true });

    change?.flush(message('1', true));
    await settle();

    expect(mark(page)?.textContent.trim()).toBe('Mark as unread');

    await open('1', true);

    expect(changes()).toEqual([]);
  });

  it('changes nothing when the permission was declined', async () => {
    await askForPermission('1');
    await open('1');

    expect(changes()).toEqual([]);
  });

  it('changes no other message', async () => {
    await askForPermission('1');
    allow();
    await open('2');

    expect(changes()).toEqual([]);
  });

  it('changes nothing that is as it was wanted meanwhile', async () => {
    await askForPermission('1');
    allow();
    await open('1', true);

    expect(changes()).toEqual([]);
  });

  it('does not go on after another failure', async () => {
    const failed = throwError(() => new HttpErrorResponse({ status: 503 }));
    const call = spyOn(TestBed.inject(MailClient), 'markAs').and.returnValue(failed);
    mark(await open('1'))?.click();
    await settle();
    call.and.callThrough();
    allow();
    await open('1');

    expect(changes()).toEqual([]);
  });

  it('says so when the message is gone', async () => {
    const fixture = TestBed.createComponent(MessageComponent);
    fixture.componentRef.setInput('id', 'm1');
    TestBed.tick();
    const gone = { error: { code: 'ErrorItemNotFound', message: '' } };
    backend
      .expectOne(({ method }) => method === 'GET')
      .flush(gone, { status: 404, statusText: 'Not Found' });
    await settle();
    const page = fixture.nativeElement as HTMLElement;

    expect(page.querySelector('app-call-problem')).not.toBeNull();
    expect(page.querySelector('article')).toBeNull();
  });
});
