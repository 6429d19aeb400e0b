import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele as account, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { ProfileComponent } from './profile.component';

const adele = { id: '1', displayName: 'Adele Vance', jobTitle: 'Retail Manager' };

describe('ProfileComponent', () => {
  let msal: FakeMsal;
  let fixture: ComponentFixture<ProfileComponent>;
  let backend: HttpTestingController;

  beforeEach(() => {
    msal = new FakeMsal();
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        msal.provide(exampleSettings),
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    TestBed.inject(SignedInAccounts).activate(account);
    fixture = TestBed.createComponent(ProfileComponent);
    backend = TestBed.inject(HttpTestingController);
    TestBed.tick();
  });

  const page = () => fixture.nativeElement as HTMLElement;
  const byRole = (role: string) => page().querySelector(`[role=${role}]`)?.textContent ?? '';

  /** Answers both calls the page makes, and waits until it shows the answers. */
  async function answer(
    me: object,
    { status = 200, headers = {}, photo = new Blob(), photoStatus = 404 } = {},
  ): Promise<void> {
    backend
      .expectOne(({ url }) => url.endsWith('/me'))
      .flush(me, { status, headers, statusText: 'any' });
    backend
      .expectOne(({ url }) => url.endsWith('/$value'))
      .flush(photo, { status: photoStatus, statusText: 'any' });
    await fixture.whenStable();
  }

  it('says that it is loading', () => {
    expect(byRole('status')).toContain('Loading your profile');
  });

  it('F3: says after a while that it goes on, until the answer is there', async () => {
    jasmine.clock().install();
    fixture = TestBed.createComponent(ProfileComponent);
    TestBed.tick();
    jasmine.clock().tick(3_999);
    fixture.detectChanges();

    expect(byRole('status')).not.toContain('takes longer');

    jasmine.clock().tick(1);
    fixture.detectChanges();
    jasmine.clock().uninstall();

    expect(byRole('status')).toContain('takes longer than usual');

    for (const call of backend.match(() => true)) call.error(new ProgressEvent('error'));
    await fixture.whenStable();

    expect(page().textContent).not.toContain('takes longer');
  });

  it('shows the person', async () => {
    await answer(adele);

    expect(page().querySelector('h2')?.textContent).toBe('Adele Vance');
    expect(page().textContent).toContain('Retail Manager');
    expect(byRole('status')).toBe('');
  });

  it('shows the photo when there is one', async () => {
    const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext('2d');
    const decode = spyOn(HTMLImageElement.prototype, 'decode').and.callThrough();
    await answer(adele, { photo: await canvas.convertToBlob(), photoStatus: 200 });
    await decode.calls.mostRecent().returnValue;
    await fixture.whenStable();

    expect(page().querySelector('img')?.src).toMatch(/^blob:/);
  });

  it('F32: shows initials when there is no photo', async () => {
    await answer(adele, { photoStatus: 404 });

    expect(page().querySelector('app-avatar')?.textContent.trim()).toBe('AV');
    expect(byRole('alert')).toBe('');
  });

  it('F31: says what went wrong, with what support needs', async () => {
    await answer({}, { status: 403, headers: { 'request-id': 'r0' } });

    expect(byRole('alert').trim()).toMatch(/^You do not have permission[^.]*$/);
    expect(page().querySelector('app-problem')?.textContent).toContain('HTTP 403');
    expect(page().querySelector('app-problem')?.textContent).toContain('r0');
  });

  it('loads again on request', async () => {
    await answer({}, { status: 503 });
    page().querySelector('button')?.click();
    TestBed.tick();
    await answer(adele);

    expect(page().querySelector('h2')?.textContent).toBe('Adele Vance');
  });

  it('moves the focus from the button that goes to the heading of the page', async () => {
    document.body.append(page());
    await answer({}, { status: 503 });
    page().querySelector('button')?.focus();
    page().querySelector('button')?.click();
    TestBed.tick();
    await answer(adele);

    expect(document.activeElement).toBe(page().querySelector('h1'));
  });

  for (const [names, shown] of [
    [{ displayName: '', userPrincipalName: 'adele@contoso.example' }, 'adele@contoso.example'],
    [{ displayName: ' ', userPrincipalName: null, mail: 'a@contoso.example' }, 'a@contoso.example'],
    [{ displayName: null }, 'Account without a name'],
  ] as const) {
    it(`calls somebody with ${JSON.stringify(names)} ${shown}`, async () => {
      await answer({ id: '1', ...names });

      expect(page().querySelector('h2')?.textContent).toBe(shown);
      expect(page().querySelector('app-avatar')?.textContent.trim()).toMatch(/^\w{1,2}$/);
    });
  }

  it('says that it is trying again, and tries once however often it is asked', async () => {
    await answer({}, { status: 503 });
    const button = page().querySelector('button');
    button?.click();
    button?.click();
    TestBed.tick();

    expect(button?.textContent.trim()).toBe('Trying again…');

    await answer(adele);

    expect(page().querySelector('h2')?.textContent).toBe('Adele Vance');
  });

  it('F27: loads by itself once the browser is online again', async () => {
    await answer({}, { status: 503 });
    window.dispatchEvent(new Event('online'));
    TestBed.tick();
    await answer(adele);

    expect(page().querySelector('h2')?.textContent).toBe('Adele Vance');
  });

  it('F29: offers the same person to sign in again, and back to here, when the sign-in is no longer valid', async () => {
    await answer({}, { status: 401 });
    page().querySelector('button')?.click();
    await fixture.whenStable();

    expect(msal.loginRequests).toEqual([
      jasmine.objectContaining({ state: TestBed.inject(Router).url, account }),
    ]);
  });

  it('does not call it an error when the browser is about to leave for sign-in', async () => {
    msal.startRedirect('sign in');
    await answer({}, { status: 401 });

    expect(byRole('alert')).toBe('');
    expect(byRole('status')).toContain('renewed');
  });

  it('F47, S40: shows markup in Graph’s fields as text', async () => {
    await answer({ ...adele, jobTitle: '<img src=x onerror=alert(1)>' });

    expect(page().querySelector('.job')?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(page().querySelector('img')).toBeNull();
  });
});
