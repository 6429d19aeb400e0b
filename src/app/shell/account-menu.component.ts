import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Account } from '../auth/accounts/account';
import { Session } from '../auth/session/session';
import { organizationName } from './organization-name';

/** Shows who is signed in, and switches accounts. A native popover: Escape and a click outside close it. */
@Component({
  selector: 'app-account-menu',
  templateUrl: './account-menu.component.html',
})
export class AccountMenuComponent {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly organizationName = organizationName;

  protected switchTo(account: Account, menu: HTMLElement): void {
    menu.hidePopover();
    this.session.switchTo(account);
  }

  protected addAccount(): void {
    this.session.addAccount(this.router.url);
  }
}
