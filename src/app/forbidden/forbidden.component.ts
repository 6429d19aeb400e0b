import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';

/** Shown in the place of a page whose role the person does not have: which one, and whom to ask. */
@Component({
  selector: 'app-forbidden',
  imports: [RouterLink],
  template: `
    <section class="message">
      <h1 tabindex="-1" i18n>This page is not for everybody</h1>
      @if (role) {
        <p i18n>
          It needs the role <code>{{ role }}</code>, which <bdi>{{ name() }}</bdi> does not have.
        </p>
      } @else {
        <p i18n>It needs a role that your account does not have.</p>
      }
      <p>
        <ng-container i18n>
          An administrator of your organization assigns it, in the Microsoft Entra admin center
          under Enterprise applications, Users and groups.
        </ng-container>
        @if (supportEmail) {
          &ngsp;<ng-container i18n
            >Ask <bdi>{{ supportEmail }}</bdi>.</ng-container
          >
        }
        &ngsp;<ng-container i18n>Then sign in again: the role comes with the sign-in.</ng-container>
      </p>
      <p class="action">
        <button class="button" type="button" (click)="session.signInAgain('/')" i18n>
          Sign in again
        </button>
        <a class="button quiet" routerLink="/" i18n>Go to the start page</a>
      </p>
    </section>
  `,
})
export class ForbiddenComponent {
  protected readonly session = inject(Session);
  protected readonly supportEmail = inject(SETTINGS).supportEmail;
  /** From the navigation, never from the address, which anybody can make up. */
  protected readonly role = String(
    inject(Router).currentNavigation()?.extras.state?.['role'] ?? '',
  );
  protected readonly name = computed(() => this.session.account()?.name ?? $localize`your account`);
}
