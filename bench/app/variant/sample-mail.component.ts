import { HttpClient } from '@angular/common/http';
import { Component, inject, type OnInit, signal } from '@angular/core';
import { mapToCanActivate, type Routes } from '@angular/router';
import { MsalGuard } from '@azure/msal-angular';
import { provideProtectedResources } from '../../../src/app/auth/tokens/provide-protected-resources';
import { SETTINGS } from '../../../src/app/settings/settings';

interface Message {
  readonly id: string;
  readonly subject: string;
  readonly receivedDateTime: string;
  readonly from?: { readonly emailAddress: { readonly name: string } };
}

/**
 * The mail page as Microsoft's samples for Angular do it: a call in `ngOnInit`, and a list of what it brings. It asks
 * for the same messages as ours. A signal holds them, because nothing else makes an app without zone.js look again.
 * @see https://github.com/AzureAD/microsoft-authentication-library-for-js/tree/dev/samples/msal-angular-samples
 */
@Component({
  selector: 'app-sample-mail',
  template: `
    <h1 tabindex="-1">Mail</h1>
    <ul>
      @for (message of messages(); track message.id) {
        <li>
          <b>{{ message.from?.emailAddress?.name }}</b>
          {{ message.subject }} {{ message.receivedDateTime }}
        </li>
      }
    </ul>
  `,
})
export class SampleMailComponent implements OnInit {
  private readonly http = inject(HttpClient);
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0/me/messages`;
  protected readonly messages = signal<readonly Message[]>([]);

  ngOnInit(): void {
    const params = {
      $select: 'id,subject,from,receivedDateTime,isRead,bodyPreview',
      $top: 50,
    };
    this.http.get<{ value: Message[] }>(this.url, { params }).subscribe(({ value }) => {
      this.messages.set(value);
    });
  }
}

/** In the bundle, as in the samples, and so there when the link is clicked. */
export const sampleRoutes: Routes = [
  {
    path: 'sample-mail',
    data: { navigation: { label: 'Sample mail', icon: 'M3 6h18v12H3z' } },
    canActivate: mapToCanActivate([MsalGuard]),
    providers: [provideProtectedResources({ paths: ['/v1.0/me/messages'], scopes: ['Mail.Read'] })],
    component: SampleMailComponent,
  },
];
