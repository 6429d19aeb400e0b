import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SETTINGS } from '../settings/settings';
import { exampleSettings } from '../settings/example-settings';
import { GraphClient } from './graph-client';

describe('GraphClient', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  function load<T>(call: (graph: GraphClient) => T): T {
    const resource = TestBed.runInInjectionContext(() => call(TestBed.inject(GraphClient)));
    TestBed.tick();
    return resource;
  }

  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('requests only the fields it shows', () => {
    load((graph) => graph.me(() => 'adele'));
    const { request } = backend.expectOne(() => true);

    expect(request.urlWithParams).toBe(
      'https://graph.microsoft.com/v1.0/me?$select=id,displayName,userPrincipalName,jobTitle,mail,businessPhones,mobilePhone,officeLocation,department,companyName,city,country,preferredLanguage',
    );
  });

  it('F44: loads again for another account, and shows nothing of the first meanwhile', async () => {
    const account = signal<string | undefined>('adele');
    const me = load((graph) => graph.me(account));
    backend.expectOne(() => true).flush({ id: '1', displayName: 'Adele' });
    await settle();
    account.set('oscar');
    TestBed.tick();

    expect(me.hasValue()).toBeFalse();
    backend.expectOne(() => true);
  });

  it('loads nothing while nobody is signed in', () => {
    load((graph) => graph.me(() => undefined));
    backend.expectNone(() => true);

    expect(backend.match(() => true)).toEqual([]);
  });

  it('accepts null for a field that is not set', async () => {
    const me = load((graph) => graph.me(() => 'adele'));
    backend.expectOne(() => true).flush({ id: '1', displayName: 'Adele', jobTitle: null });
    await settle();

    expect(me.value()?.displayName).toBe('Adele');
    expect(me.value()?.businessPhones).toEqual([]);
  });

  it('F36: rejects a response that is no person', async () => {
    const me = load((graph) => graph.me(() => 'adele'));
    backend.expectOne(() => true).flush({ displayName: 1 });
    await settle();

    expect(me.error()?.name).toBe('ValiError');
  });

  it('requests the photo in the size it is shown at', () => {
    load((graph) => graph.myPhoto(() => 'adele'));
    const { request } = backend.expectOne(() => true);

    expect(request.url).toBe('https://graph.microsoft.com/v1.0/me/photos/240x240/$value');
    expect(request.responseType).toBe('blob');
  });
});
