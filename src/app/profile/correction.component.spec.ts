import { TestBed } from '@angular/core/testing';
import { PERSONAL_ACCOUNTS } from '../auth/accounts/account';
import { SignedInAccounts } from '../auth/accounts/signed-in-accounts';
import { adele, FakeMsal } from '../auth/testing/fake-msal';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { CorrectionComponent } from './correction.component';

describe('CorrectionComponent', () => {
  async function show({ supportEmail, tenantId = adele.tenantId }: Partial<Shown> = {}) {
    const settings = { ...exampleSettings, supportEmail };
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: settings }, new FakeMsal().provide(settings)],
    });
    TestBed.inject(SignedInAccounts).activate({ ...adele, tenantId });
    const fixture = TestBed.createComponent(CorrectionComponent);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    const type = async (text: string) => {
      const field = page.querySelector('textarea');
      if (field) field.value = text;
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      await fixture.whenStable();
    };
    return { fixture, page, button, type };
  }

  interface Shown {
    readonly supportEmail: string | undefined;
    readonly tenantId: string;
  }

  beforeEach(() => {
    sessionStorage.clear();
  });

  it('writes to the support that the settings name', async () => {
    const { page, type } = await show({ supportEmail: 'help@contoso.example' });
    await type('Wrong office');

    expect(page.querySelector('a')?.href).toMatch(/^mailto:help@contoso.example\?.*Wrong%20office/);
  });

  it('has no email to write without it, and copies the text', async () => {
    const write = spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    const { fixture, page, button, type } = await show();

    expect(page.querySelector('a')).toBeNull();

    button('Copy text')?.click();

    expect(write).not.toHaveBeenCalled();

    await type('Wrong office');
    button('Copy text')?.click();
    await fixture.whenStable();

    expect(write).toHaveBeenCalledOnceWith('Wrong office');
    expect(page.querySelector('[role=status]')?.textContent).toBe('Copied.');
  });

  it('keeps the draft until it is discarded', async () => {
    const { button, type, page } = await show({ supportEmail: 'help@contoso.example' });
    await type('Wrong office');
    page.querySelector('a')?.addEventListener('click', (event) => {
      event.preventDefault();
    });
    page.querySelector('a')?.click();

    expect(JSON.stringify(sessionStorage)).toContain('Wrong office');

    button('Discard')?.click();

    expect(JSON.stringify(sessionStorage)).not.toContain('Wrong office');
  });

  it('sends the owner of a personal account to Microsoft’s own page', async () => {
    const { page } = await show({ tenantId: PERSONAL_ACCOUNTS });

    expect(page.querySelector('form')).toBeNull();
    expect(page.querySelector('a')?.href).toBe('https://account.microsoft.com/profile');
  });
});
