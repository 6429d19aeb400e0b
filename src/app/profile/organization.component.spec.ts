import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { PERSONAL_ACCOUNTS } from '../auth/accounts/account';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { ORGANIZATION_SCOPES } from './organization-client';
import { OrganizationComponent } from './organization.component';

const ok = (body: object) => ({ status: 200, body });
const failed = (status: number) => ({ status, body: { error: { code: 'any' } } });
const miriam = { id: 'm', displayName: 'Miriam Graham', jobTitle: 'Director' };

describe('OrganizationComponent', () => {
  let fixture: ComponentFixture<OrganizationComponent>;
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
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  async function open({ account = adele, isGranted = true } = {}): Promise<HTMLElement> {
    if (isGranted) grant();
    TestBed.inject(SignedInAccounts).activate(account);
    fixture = TestBed.createComponent(OrganizationComponent);
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  const grant = () => {
    TestBed.inject(GrantedScopes).add(adele.homeAccountId, ORGANIZATION_SCOPES);
  };
  const settle = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  async function answer(manager: object, reports: object, groups?: object) {
    const responses = [
      { id: '0', ...manager },
      { id: '1', ...reports },
    ];
    backend.expectOne(({ url }) => url.endsWith('/$batch')).flush({ responses });
    if (groups) backend.expectOne(({ url }) => url.endsWith('/memberOf')).flush(groups);
    await settle();
  }

  const list = (page: HTMLElement, label: string) =>
    [...page.querySelectorAll(`ul[aria-label="${label}"] li`)].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );

  it('asks for nothing that consent is not there for, until the person wants it', async () => {
    const page = await open({ isGranted: false });
    backend.expectNone(() => true);
    page.querySelector('button')?.click();
    await settle();

    await answer(ok(miriam), ok({ value: [] }));

    expect(list(page, 'Manager')).toEqual(['Miriam Graham · Director']);
    expect(page.textContent).toContain('Loading your groups');
  });

  it('shows manager, reports, groups and roles by itself where consent is there', async () => {
    const page = await open();
    await answer(ok(miriam), ok({ value: [{ id: 'l', displayName: 'Lee Gu' }] }), {
      value: [
        { '@odata.type': '#microsoft.graph.group', id: 'g', displayName: 'Retail' },
        { '@odata.type': '#microsoft.graph.directoryRole', id: 'r', displayName: 'Reader' },
        { id: 'unknown', displayName: null },
      ],
    });

    expect(list(page, 'Direct reports')).toEqual(['Lee Gu']);
    expect(list(page, 'Groups and roles')).toEqual(['Retail', 'Reader Role', 'unknown']);
  });

  it('says in words that there is nobody', async () => {
    const page = await open();
    await answer(failed(404), ok({ value: [] }), { value: [] });

    expect(list(page, 'Manager')).toEqual(['Nobody is above you.']);
    expect(list(page, 'Direct reports')).toEqual(['Nobody reports to you.']);
    expect(list(page, 'Groups and roles')).toEqual(['You are in no group.']);
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('F31: lets a part fail by itself', async () => {
    const page = await open();
    await answer(failed(403), ok({ value: [{ id: 'l', displayName: 'Lee Gu' }] }), { value: [] });
    await fixture.whenStable();

    expect(page.querySelectorAll('[role=alert]').length).toBe(1);
    expect(page.querySelector('app-problem')?.textContent).toContain('HTTP 403');
    expect(list(page, 'Direct reports')).toEqual(['Lee Gu']);
  });

  it('loads all of it again on request', async () => {
    const page = await open();
    await answer(failed(403), ok({ value: [] }), { value: [] });
    await fixture.whenStable();
    page.querySelector<HTMLElement>('app-call-problem .action button')?.click();
    await settle();
    await answer(ok(miriam), ok({ value: [] }));

    expect(list(page, 'Manager')).toEqual(['Miriam Graham · Director']);
  });

  it('loads further groups when asked', async () => {
    const page = await open();
    await answer(ok(miriam), ok({ value: [] }), {
      value: [{ id: 'a', displayName: 'A' }],
      '@odata.nextLink': 'https://graph.microsoft.com/v1.0/me/memberOf?$skiptoken=x',
    });
    [...page.querySelectorAll('button')].at(-1)?.click();
    await settle();
    backend.expectOne(({ url }) => url.endsWith('skiptoken=x')).flush({ value: [{ id: 'b' }] });
    await settle();

    expect(list(page, 'Groups and roles')).toEqual(['A', 'b']);
  });

  it('F47: shows markup and control characters in a name as text', async () => {
    const page = await open();
    await answer(ok({ ...miriam, displayName: '<img src=x>\u202e' }), ok({ value: [] }), {
      value: [{ id: 'g', displayName: '<b>x</b>' }],
    });

    expect(list(page, 'Manager')[0]).toContain('<img src=x>');
    expect(page.querySelector('img, b')).toBeNull();
  });

  it('shows nothing for a personal account', async () => {
    const page = await open({ account: { ...adele, tenantId: PERSONAL_ACCOUNTS } });
    backend.expectNone(() => true);

    expect(page.textContent.trim()).toBe('');
  });
});
