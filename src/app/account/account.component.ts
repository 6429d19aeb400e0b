import { Component, computed, inject, isDevMode, signal } from '@angular/core';
import { Router } from '@angular/router';
import { PERSONAL_ACCOUNTS } from '../auth/accounts/account';
import { Session } from '../auth/session/session';
import { SessionExpiry } from '../auth/session/session-expiry';
import { formatLocale } from '../settings/format-locale';
import { SETTINGS } from '../settings/settings';
import { LanguageLinksComponent } from '../ui/language-links/language-links.component';
import { storedTheme, storeTheme, type Theme } from '../ui/theme';
import { describeClaims } from './claims';

const WHEN = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'medium', timeStyle: 'short' });

/** Where people see what they have allowed, and take it back. */
const MY_APPS = 'https://myapplications.microsoft.com/';
const PERSONAL_CONSENT = 'https://account.live.com/consent/Manage';

/**
 * Who is signed in, with what, and for how long: the model of a page with several accounts. It calls no API, and shows
 * what an ID token says but never a token.
 */
@Component({
  selector: 'app-account',
  imports: [LanguageLinksComponent],
  templateUrl: './account.component.html',
})
export class AccountComponent {
  protected readonly session = inject(Session);
  private readonly expiry = inject(SessionExpiry);
  private readonly settings = inject(SETTINGS);
  private readonly router = inject(Router);

  protected readonly claims = computed(() => describeClaims(this.session.account()?.claims ?? {}));
  protected readonly signedInAt = computed(() => nameOf(this.expiry.signedInAt()));
  protected readonly endsAt = computed(() => nameOf(this.expiry.endsAt()));
  protected readonly permissions = [
    ...(this.settings.graphBaseUrl
      ? [{ api: 'Microsoft Graph', scopes: this.settings.scopes }]
      : []),
    ...this.settings.apis.map(({ name, scopes }) => ({ api: name, scopes })),
  ];
  protected readonly revokeUrl = computed(() =>
    this.session.account()?.tenantId === PERSONAL_ACCOUNTS ? PERSONAL_CONSENT : MY_APPS,
  );
  // Azure AD B2C, which has no Graph, has no such page either.
  protected readonly isMicrosoft =
    !this.settings.isLocalCloud &&
    this.settings.protocol === 'entra' &&
    this.settings.graphBaseUrl !== '';
  protected readonly isKept = this.settings.cacheLocation === 'localStorage';

  protected readonly hasLanguages = !isDevMode();
  protected readonly theme = signal(storedTheme(window));
  protected readonly themes: readonly { value: Theme; label: string }[] = [
    { value: 'system', label: $localize`As the device` },
    { value: 'light', label: $localize`:A theme:Light` },
    { value: 'dark', label: $localize`:A theme:Dark` },
  ];

  protected choose(theme: Theme): void {
    storeTheme(window, theme);
    this.theme.set(theme);
  }

  protected addAccount(): void {
    this.session.addAccount(this.router.url);
  }
}

function nameOf(time: number | undefined): string {
  return time === undefined ? '' : WHEN.format(time);
}
