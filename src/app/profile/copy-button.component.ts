import { Component, computed, input, signal } from '@angular/core';
import { copyText } from '../ui/browser/copy-text';

/** Copies a text, and says so beside it; where the browser refuses, it says that. */
@Component({
  selector: 'app-copy-button',
  template: `
    <button type="button" [attr.aria-label]="name()" (click)="copy()">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M8 8h12v12H8zM16 8V4H4v12h4" />
      </svg>
    </button>
    <span role="status">{{ status() }}</span>
  `,
})
export class CopyButtonComponent {
  readonly text = input.required<string>();
  /** What it is: "Email". */
  readonly label = input.required<string>();

  protected readonly name = computed(
    () => $localize`:The label is what it is, such as Email:Copy ${this.label()}:label:`,
  );
  protected readonly status = signal('');

  protected async copy(): Promise<void> {
    this.status.set('');
    this.status.set(
      (await copyText(this.text()))
        ? $localize`Copied.`
        : $localize`The browser did not allow it. Select the text, and copy it yourself.`,
    );
  }
}
