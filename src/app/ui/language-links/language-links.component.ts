import { Component, DOCUMENT, inject, isDevMode } from '@angular/core';
import { Router } from '@angular/router';
import { appRoot, siteRoot } from '../../settings/app-root';
import { inLanguage, languages } from '../../settings/languages';

/**
 * Leads to this page in the other languages. Plain links: each language is a build of its own. `ng serve` has English
 * alone, and so no links.
 */
@Component({
  selector: 'app-language-links',
  template: `
    @if (isOffered) {
      <nav aria-label="Language" i18n-aria-label>
        <ul>
          @for (language of languages; track language.code) {
            <li>
              <a
                [href]="hrefOf(language.code)"
                [attr.hreflang]="language.code"
                [attr.lang]="language.code"
                [attr.aria-current]="language.code === current || null"
                >{{ language.name }}</a
              >
            </li>
          }
        </ul>
      </nav>
    }
  `,
})
export class LanguageLinksComponent {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly isOffered = !isDevMode();
  protected readonly languages = languages;
  protected readonly current = this.document.documentElement.lang;

  protected hrefOf(code: string): string {
    const { pathname } = siteRoot(appRoot(this.document), this.document);
    return inLanguage(pathname, code, this.router.url);
  }
}
