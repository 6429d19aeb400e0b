import { afterRenderEffect, Directive, DOCUMENT, ElementRef, inject, input } from '@angular/core';

/**
 * A list and, beside it, what is open of it: `<div [appPanes]="open()">`. On a narrow window one hides the other
 * (styles/panes.css), and with it what has the focus: it goes to the way back, and from there to where it was.
 */
@Directive({
  selector: '[appPanes]',
  host: { class: 'panes', '[class.reading]': 'open()' },
})
export class PanesDirective {
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The id of what is open; undefined shows the list alone. */
  readonly open = input.required<string | undefined>({ alias: 'appPanes' });

  /** What had the focus when something was opened. */
  private opener: HTMLElement | undefined;

  constructor() {
    let before: { readonly open: string | undefined } | undefined;
    afterRenderEffect(() => {
      const open = this.open();
      // An address that names something to open has not taken the focus from anywhere.
      if (before && before.open === undefined && open !== undefined) this.opened();
      if (before && open === undefined) this.closed();
      before = { open };
    });
  }

  private opened(): void {
    const active = this.document.activeElement;
    this.opener = active instanceof HTMLElement && this.host.contains(active) ? active : undefined;
    if (this.isFocusLost()) this.host.querySelector<HTMLElement>('.back')?.focus();
  }

  private closed(): void {
    if (!this.isFocusLost()) return;
    const target = this.opener?.isConnected ? this.opener : this.document.querySelector('h1');
    target?.focus();
  }

  /** The browser takes the focus from what is hidden only later. */
  private isFocusLost(): boolean {
    const active = this.document.activeElement;
    return !active || active === this.document.body || !active.checkVisibility();
  }
}
