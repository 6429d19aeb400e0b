import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ModalDirective } from './modal.directive';

@Component({
  selector: 'app-host',
  imports: [ModalDirective],
  template: '<dialog [appModal]="isShown()"><button type="button">Go on</button></dialog>',
})
class HostComponent {
  readonly isShown = signal(false);
}

describe('ModalDirective', () => {
  it('shows the dialog over everything while its value is true, and closes it after', async () => {
    const fixture = TestBed.createComponent(HostComponent);
    const dialog = (fixture.nativeElement as HTMLElement).querySelector('dialog');
    await fixture.whenStable();

    expect(dialog?.open).toBeFalse();

    fixture.componentInstance.isShown.set(true);
    await fixture.whenStable();

    expect(dialog?.matches(':modal')).toBeTrue();
    expect(document.activeElement?.textContent).toBe('Go on');

    fixture.componentInstance.isShown.set(false);
    await fixture.whenStable();

    expect(dialog?.open).toBeFalse();
  });

  it('leaves it to its owner what Escape means', async () => {
    const fixture = TestBed.createComponent(HostComponent);
    await fixture.whenStable();
    const cancel = new Event('cancel', { cancelable: true });
    (fixture.nativeElement as HTMLElement).querySelector('dialog')?.dispatchEvent(cancel);

    expect(cancel.defaultPrevented).toBeTrue();
  });
});
