import {
  HTTP_INTERCEPTORS,
  HttpClient,
  provideHttpClient,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MsalInterceptor } from '@azure/msal-angular';
import { exampleSettings } from '../../settings/example-settings';
import { adele, FakeMsal } from '../testing/fake-msal';

const GRAPH = 'https://graph.microsoft.com';

describe('protectedResources, matched by MsalInterceptor', () => {
  let msal: FakeMsal;
  let backend: HttpTestingController;

  beforeEach(() => {
    msal = new FakeMsal();
    msal.accounts = [adele];
    msal.active = adele;
    TestBed.configureTestingModule({
      providers: [
        msal.provide(exampleSettings),
        { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
        provideHttpClient(withInterceptorsFromDi()),
        provideHttpClientTesting(),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  /** The Authorization header a call to `url` leaves with. */
  async function authorization(url: string): Promise<string | null> {
    TestBed.inject(HttpClient).get(url).subscribe();
    await new Promise((resolve) => setTimeout(resolve));
    return backend.expectOne(() => true).request.headers.get('Authorization');
  }

  const withToken = [
    `${GRAPH}/v1.0/me`,
    `${GRAPH}/v1.0/me/`,
    `${GRAPH}/v1.0/me?$select=id`,
    `${GRAPH}/v1.0/me#x`,
    `HTTPS://GRAPH.MICROSOFT.COM/v1.0/me`,
    `${GRAPH}:443/v1.0/me`,
    `${GRAPH}/v1.0/x/../me`,
    `https:\\\\graph.microsoft.com\\v1.0\\me`,
    ` ${GRAPH}/v1.0/me`,
    `${GRAPH}/v1.0/me/photos/240x240/$value`,
  ];
  for (const url of withToken) {
    it(`S10: attaches the token to ${url}`, async () => {
      expect(await authorization(url)).toBe('Bearer token');
    });
  }

  const withoutToken = [
    `${GRAPH}/v1.0/ME`,
    `${GRAPH}/v1.0/me/photo`,
    `${GRAPH}/v1.0/me/photo/$value`,
    `${GRAPH}/v1.0/me/messages`,
    `${GRAPH}/v1.0/meX`,
    `${GRAPH}/v1.0/me/../users`,
    `${GRAPH}/v1.0/%6de`,
    `${GRAPH}/v1.0/users`,
    `${GRAPH}/beta/me`,
    `${GRAPH}.evil.test/v1.0/me`,
    'https://evilgraph.microsoft.com/v1.0/me',
    'https://graph-microsoft.com/v1.0/me',
    'https://graphXmicrosoft.com/v1.0/me',
    `https://evil.test/v1.0/me`,
    `https://evil.test/${GRAPH}/v1.0/me`,
    `https://evil.test/?url=${GRAPH}/v1.0/me`,
    `https://evil.test/#${GRAPH}/v1.0/me`,
    `${GRAPH}@evil.test/v1.0/me`,
    `${GRAPH}:8443/v1.0/me`,
    'http://graph.microsoft.com/v1.0/me',
    '//graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com./v1.0/me',
    'https://graph.microsoft.us/v1.0/me',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    '/config.json',
    '/v1.0/me',
  ];
  for (const url of withoutToken) {
    it(`S10: does not attach the token to ${url}`, async () => {
      expect(await authorization(url)).toBeNull();
      expect(msal.silentRequests).toEqual([]);
    });
  }

  it('requests the scopes of the settings for the active account', async () => {
    await authorization(`${GRAPH}/v1.0/me`);

    expect(msal.silentRequests).toEqual([
      jasmine.objectContaining({ scopes: ['User.Read'], account: adele }),
    ]);
  });
});
