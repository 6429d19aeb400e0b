import { afterRenderEffect, Directive, ElementRef, inject, input } from '@angular/core';

/**
 * Shows a `<dialog>` as a modal one while its value is true. The browser keeps the focus inside, gives it
 * back afterwards, and sends `cancel` for Escape; what that means is for the one who shows it.
 */
@Directive({ selector: 'dialog[appModal]', host: { '(cancel)': '$event.preventDefault()' } })
export class ModalDirective {
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;
  readonly appModal = input.required<boolean>();

  constructor() {
    // After rendering, so that the button that is to have the focus is there.
    afterRenderEffect(() => {
      if (this.appModal() === this.dialog.open) return;
      if (this.appModal()) this.dialog.showModal();
      else this.dialog.close();
    });
  }
}
