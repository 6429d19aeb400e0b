import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';
import { LanguageLinksComponent } from '../ui/language-links/language-links.component';
import { NavigationLinks } from '../ui/navigation-links';
import { OverviewComponent } from './overview.component';

/** The landing page: public. For somebody who is signed in it shows what consent is there for, and asks for nothing. */
@Component({
  selector: 'app-home',
  imports: [LanguageLinksComponent, OverviewComponent, RouterLink],
  templateUrl: './home.component.html',
})
export class HomeComponent {
  protected readonly session = inject(Session);
  private readonly navigation = inject(NavigationLinks);
  protected readonly settings = inject(SETTINGS);
  /** The pages of somebody who is signed in. */
  protected readonly shortcuts = computed(() =>
    this.session.isSignedIn() ? this.navigation.links().filter(({ path }) => path !== '/') : [],
  );

  /** Asks the provider to begin with its sign-up. @see Initiating User Registration via OpenID Connect 1.0 */
  protected createAccount(): void {
    this.session.signIn('/profile', { prompt: 'create' });
  }
}
