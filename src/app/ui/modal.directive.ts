import { afterRenderEffect, Directive, ElementRef, inject, input } from '@angular/core';

/**
 * Shows a `<dialog>` as a modal one while its value is true. The browser traps and restores the focus, and emits
 * `cancel` for Escape.
 */
@Directive({ selector: 'dialog[appModal]', host: { '(cancel)': '$event.preventDefault()' } })
export class ModalDirective {
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;
  readonly appModal = input.required<boolean>();

  constructor() {
    // After rendering, so that the button to focus exists.
    afterRenderEffect(() => {
      if (this.appModal() === this.dialog.open) return;
      if (this.appModal()) this.dialog.showModal();
      else this.dialog.close();
    });
  }
}
