import { afterRenderEffect, computed, Directive, ElementRef, inject, input } from '@angular/core';
import { accountStorageKey } from '../auth/accounts/account-storage';
import { Session } from '../auth/session/session';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what was typed into a form until it is sent or reset: over a reload, and over the way to Entra ID
 * and back. In the tab's storage, for the account that typed it, and gone when that signs out. The value
 * names the form. Only text is kept; never a password, and no file.
 */
@Directive({
  selector: 'form[appKeepDraft]',
  host: { '(input)': 'keep()', '(submit)': 'forget()', '(reset)': 'forget()' },
})
export class KeepDraftDirective {
  private readonly session = inject(Session);
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  readonly appKeepDraft = input.required<string>();

  private readonly key = computed(() => {
    const id = this.session.account()?.id;
    return id && accountStorageKey(id, `draft.${this.appKeepDraft()}`);
  });
  private shownFor: string | undefined;

  constructor() {
    afterRenderEffect(() => {
      const key = this.key();
      // What one person typed is not for the next.
      if (this.shownFor !== undefined && key !== this.shownFor) this.empty();
      this.shownFor = key;
      if (key) this.restore(sessionStorage.getItem(key));
    });
  }

  protected keep(): void {
    const key = this.key();
    const values = this.fields().map(({ name, value }) => [name, value] as const);
    // What is written while the person is being signed out would stay.
    if (!key || this.session.isSigningOut()) return;
    if (values.some(([, value]) => value !== '')) {
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(values)));
    } else {
      this.forget();
    }
  }

  protected forget(): void {
    const key = this.key();
    if (key) sessionStorage.removeItem(key);
  }

  private restore(kept: string | null): void {
    if (!kept) return;
    const values = JSON.parse(kept) as Readonly<Record<string, string | undefined>>;
    for (const field of this.fields()) this.set(field, values[field.name] ?? field.value);
    // A draft nobody sees would be lost all the same.
    this.form.closest('details')?.setAttribute('open', '');
    // Where the person was when the page went away.
    this.form.scrollIntoView({ block: 'nearest' });
  }

  private empty(): void {
    for (const field of this.fields()) field.value = '';
  }

  /** The event tells whoever listens to the field, this directive among them. */
  private set(field: Field, value: string): void {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private fields(): Field[] {
    return [...this.form.elements].filter(
      (field): field is Field =>
        field.matches('textarea, select, input') &&
        !field.matches('[type=password], [type=file], [type=checkbox], [type=radio]') &&
        (field as Field).name !== '',
    );
  }
}
