import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { SILENT_ONLY } from '../auth/tokens/auth.interceptor';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { OverviewComponent } from './overview.component';

const page = (path: string) => ({
  path,
  data: { navigation: { label: path, icon: '' } },
  children: [],
});
const meeting = (start: string, more: object = {}) => ({
  id: start,
  subject: 'Planning',
  start: { dateTime: start },
  end: { dateTime: start },
  ...more,
});

describe('OverviewComponent', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  async function open(
    scopes: readonly string[],
    pages: readonly string[] = ['mail', 'calendar'],
  ): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        new FakeMsal().provide(exampleSettings),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(pages.map(page)),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
    TestBed.inject(GrantedScopes).add(adele.homeAccountId, scopes);
    TestBed.inject(SignedInAccounts).activate(adele);
    const fixture = TestBed.createComponent(OverviewComponent);
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  const settle = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const call = (end: string) => backend.expectOne(({ url }) => url.endsWith(end));
  const items = (shown: HTMLElement) =>
    [...shown.querySelectorAll('li')].map(({ textContent }) => textContent.trim());

  it('asks for nothing without consent', async () => {
    const shown = await open(['User.Read', 'Calendars.Read']);
    backend.expectNone(() => true);

    expect(shown.textContent.trim()).toBe('');
  });

  it('asks for nothing whose page the app does not have', async () => {
    await open(['Mail.Read', 'Calendars.Read', 'MailboxSettings.Read'], ['people']);

    expect(backend.match(() => true)).toEqual([]);
  });

  it('shows how much mail is unread, by a call that never leads to a sign-in', async () => {
    const shown = await open(['Mail.Read']);
    const { request, flush } = bound(call('/mailFolders/inbox'));

    expect(request.context.get(SILENT_ONLY)).toBeTrue();

    flush({ unreadItemCount: 0 });
    await settle();

    expect(shown.querySelector('.count')?.textContent).toBe('0');
    expect(shown.querySelector('a')?.getAttribute('href')).toBe('/mail');
  });

  it('shows the next meetings in the time zone of the device, without those that were cancelled', async () => {
    const shown = await open(['Calendars.Read', 'MailboxSettings.Read']);
    call('/calendarView').flush({
      value: [
        meeting('2030-01-02T09:00:00.0000000'),
        meeting('2030-01-02T10:00:00.0000000', { isCancelled: true }),
        meeting('2030-01-03T00:00:00.0000000', { isAllDay: true, subject: ' ' }),
        meeting('2030-01-04T09:00:00.0000000', { subject: '<img src=x>' }),
        meeting('2030-01-05T09:00:00.0000000'),
      ],
    });
    await settle();
    const time = new Date('2030-01-02T09:00:00Z').toLocaleTimeString(undefined, {
      timeStyle: 'short',
    });

    expect(items(shown).length).toBe(3);
    expect(items(shown)[0]).toContain(time);
    expect(items(shown)[1]).toMatch(/3.*all day.*No subject$/);
    expect(items(shown)[2]).toContain('<img src=x>');
    expect(shown.querySelector('img')).toBeNull();
  });

  it('says in words that nothing is ahead', async () => {
    const shown = await open(['Calendars.Read', 'MailboxSettings.Read']);
    call('/calendarView').flush({ value: [] });
    await settle();

    expect(items(shown)).toEqual(['Nothing in the days to come.']);
  });

  it('leaves out what fails, without a word', async () => {
    const shown = await open(['Mail.Read', 'Calendars.Read', 'MailboxSettings.Read']);
    call('/mailFolders/inbox').flush({}, { status: 403, statusText: 'any' });
    call('/calendarView').flush({ value: 5 });
    await settle();

    expect(shown.textContent.trim()).toBe('');
  });

  const bound = (sent: ReturnType<typeof call>) => ({
    request: sent.request,
    flush: sent.flush.bind(sent),
  });
});
