import { afterRenderEffect, computed, Directive, ElementRef, inject, input } from '@angular/core';
import { accountStorageKey } from '../auth/accounts/account-storage';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Stores what was typed into a form, over reloads and redirects, until it is submitted or reset: in the tab's
 * storage, for the account that typed it, until that signs out. Only text; never a password, and no file.
 */
@Directive({
  selector: 'form[appKeepDraft]',
  host: { '(input)': 'store()', '(submit)': 'clear()', '(reset)': 'clear()' },
})
export class KeepDraftDirective {
  private readonly session = inject(Session);
  private readonly settings = inject(SETTINGS);
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  readonly appKeepDraft = input.required<string>();

  private readonly key = computed(() => {
    const id = this.session.account()?.id;
    return id && accountStorageKey(this.settings, id, `draft.${this.appKeepDraft()}`);
  });
  private shownFor: string | undefined;

  constructor() {
    afterRenderEffect(() => {
      const key = this.key();
      if (this.shownFor !== undefined && key !== this.shownFor) this.clearFields();
      this.shownFor = key;
      if (key) this.restore(sessionStorage.getItem(key));
    });
  }

  protected store(): void {
    const key = this.key();
    const values = this.fields().map(({ name, value }) => [name, value] as const);
    // What is written while the person is being signed out would stay.
    if (!key || this.session.isSigningOut()) return;
    if (values.some(([, value]) => value !== '')) {
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(values)));
    } else {
      this.clear();
    }
  }

  protected clear(): void {
    const key = this.key();
    if (key) sessionStorage.removeItem(key);
  }

  private restore(stored: string | null): void {
    if (!stored) return;
    const values = JSON.parse(stored) as Readonly<Record<string, string | undefined>>;
    for (const field of this.fields()) this.set(field, values[field.name] ?? field.value);
    // A hidden draft would be lost anyway.
    this.form.closest('details')?.setAttribute('open', '');
    this.form.scrollIntoView({ block: 'nearest' });
  }

  private clearFields(): void {
    for (const field of this.fields()) field.value = '';
  }

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
