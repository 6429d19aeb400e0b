import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Account } from '../auth/accounts/account';
import { Session } from '../auth/session/session';
import { AvatarComponent } from '../ui/avatar/avatar.component';
import { ProfilePhoto } from '../ui/avatar/profile-photo';
import { organizationName } from './organization-name';

/**
 * Shows who is signed in, switches accounts and signs out. A native popover, anchored to its button: Escape and a
 * click outside close it, and so does leaving it with Tab.
 */
@Component({
  selector: 'app-account-menu',
  imports: [AvatarComponent, RouterLink],
  templateUrl: './account-menu.component.html',
  host: { '(focusout)': 'closeOnLeave($event)' },
})
export class AccountMenuComponent {
  protected readonly session = inject(Session);
  protected readonly photo = inject(ProfilePhoto).photo;
  private readonly router = inject(Router);
  private readonly button = viewChild<ElementRef<HTMLElement>>('button');
  private readonly menu = viewChild<ElementRef<HTMLElement>>('menu');
  protected readonly organizationName = organizationName;

  protected switchTo(account: Account, menu: HTMLElement): void {
    menu.hidePopover();
    this.session.switchTo(account);
  }

  protected addAccount(): void {
    this.session.addAccount(this.router.url);
  }

  protected closeOnLeave({ relatedTarget }: FocusEvent): void {
    const inside = [this.button(), this.menu()].some((part) =>
      part?.nativeElement.contains(relatedTarget as Node | null),
    );
    // Without a target the window has lost the focus, or a click outside has: the browser closes the menu then.
    if (relatedTarget && !inside) this.menu()?.nativeElement.hidePopover();
  }
}
