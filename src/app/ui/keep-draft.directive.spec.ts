import { accountStorageKey } from '../auth/accounts/account-storage';
import { exampleSettings } from '../settings/example-settings';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Session } from '../auth/session/session';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { FakeMsal } from '../auth/testing/fake-msal';
import { provideAuthTesting } from '../auth/testing/provide-auth-testing';
import { KeepDraftDirective } from './keep-draft.directive';

@Component({
  imports: [KeepDraftDirective],
  template: `
    <details>
      <form appKeepDraft="test">
        <textarea name="text"></textarea>
        <input name="secret" type="password" />
      </form>
    </details>
  `,
})
class FormComponent {}

describe('KeepDraftDirective', () => {
  const KEY = accountStorageKey(exampleSettings, 'adele.contoso', 'draft.test');

  beforeEach(() => {
    sessionStorage.removeItem(KEY);
    TestBed.configureTestingModule({ providers: [provideAuthTesting()] });
  });

  afterEach(() => {
    sessionStorage.removeItem(KEY);
  });

  async function show(): Promise<ComponentFixture<FormComponent>> {
    const fixture = TestBed.createComponent(FormComponent);
    await fixture.whenStable();
    return fixture;
  }

  const element = (fixture: ComponentFixture<unknown>) => fixture.nativeElement as HTMLElement;
  const area = (fixture: ComponentFixture<unknown>) => element(fixture).querySelector('textarea');

  function type(field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void {
    if (field) field.value = text;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  it('brings back what was typed, opens what hides it, and scrolls there', async () => {
    const scrolled = spyOn(HTMLFormElement.prototype, 'scrollIntoView');
    const first = await show();
    type(area(first), 'My phone');
    first.destroy();
    const second = await show();

    expect(area(second)?.value).toBe('My phone');
    expect(element(second).querySelector('details')?.open).toBeTrue();
    expect(scrolled).toHaveBeenCalledOnceWith({ block: 'nearest' });
  });

  it('S20: stores nothing while the person is being signed out', async () => {
    const fixture = await show();
    // Entra ID does not answer yet.
    spyOn(window, 'fetch').and.returnValue(new Promise(() => undefined));
    void TestBed.inject(Session).signOut();
    type(area(fixture), 'My phone');

    expect(sessionStorage.getItem(KEY)).toBeNull();
  });

  it('stores no password', async () => {
    const fixture = await show();
    type(area(fixture), 'My phone');
    type(element(fixture).querySelector('input'), 'hunter2');

    expect(sessionStorage.getItem(KEY)).toBe('{"text":"My phone"}');
  });

  for (const event of ['submit', 'reset']) {
    it(`clears the draft on ${event}`, async () => {
      const fixture = await show();
      type(area(fixture), 'My phone');
      element(fixture).querySelector('form')?.dispatchEvent(new Event(event));

      expect(sessionStorage.getItem(KEY)).toBeNull();
    });
  }

  it('clears a draft whose text was deleted', async () => {
    const fixture = await show();
    type(area(fixture), 'My phone');
    type(area(fixture), '');

    expect(sessionStorage.getItem(KEY)).toBeNull();
  });

  it('shows one person’s draft to no other', async () => {
    const fixture = await show();
    type(area(fixture), 'My phone');
    const msal = TestBed.inject(FakeMsal);
    msal.accounts = [{ ...msal.accounts[0], homeAccountId: 'betty' } as never];
    msal.active = null;
    TestBed.inject(SignedInAccounts).activate();
    await fixture.whenStable();

    expect(area(fixture)?.value).toBe('');
  });

  it('is not there any more after signing out', async () => {
    spyOn(window, 'fetch').and.resolveTo(new Response());
    const fixture = await show();
    type(area(fixture), 'My phone');
    await TestBed.inject(Session).signOut();

    expect(sessionStorage.getItem(KEY)).toBeNull();
  });
});
