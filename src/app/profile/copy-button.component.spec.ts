import { TestBed } from '@angular/core/testing';
import { CopyButtonComponent } from './copy-button.component';

describe('CopyButtonComponent', () => {
  async function press(): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(CopyButtonComponent);
    fixture.componentRef.setInput('text', 'adele@contoso.example');
    fixture.componentRef.setInput('label', 'Email');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return page;
  }

  it('is named for what it copies, copies it, and says so', async () => {
    const write = spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    const page = await press();

    expect(page.querySelector('button')?.getAttribute('aria-label')).toBe('Copy Email');
    expect(write).toHaveBeenCalledOnceWith('adele@contoso.example');
    expect(page.querySelector('[role=status]')?.textContent).toBe('Copied.');
  });

  it('says when the browser refuses', async () => {
    spyOn(navigator.clipboard, 'writeText').and.rejectWith(new DOMException('', 'NotAllowedError'));

    expect((await press()).querySelector('[role=status]')?.textContent).toContain('did not allow');
  });
});
