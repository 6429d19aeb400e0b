import { Directive, effect, inject, input, TemplateRef, ViewContainerRef } from '@angular/core';
import { Session } from '../auth/session/session';

/**
 * Shows an element only to people with an app role: `<button *appHasRole="'Admin'">`. That hides what they could not
 * use; it protects nothing, which is the API's part.
 */
@Directive({ selector: '[appHasRole]' })
export class HasRoleDirective {
  private readonly session = inject(Session);
  private readonly template = inject<TemplateRef<unknown>>(TemplateRef);
  private readonly container = inject(ViewContainerRef);
  /** The role's value as the app registration has it. */
  readonly appHasRole = input.required<string>();

  constructor() {
    effect(() => {
      const isShown = this.session.account()?.roles.includes(this.appHasRole()) === true;
      if (!isShown) this.container.clear();
      else if (this.container.length === 0) this.container.createEmbeddedView(this.template);
    });
  }
}
