import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { OtherTabs } from './other-tabs';

describe('OtherTabs', () => {
  let switched: string[];

  beforeEach(() => {
    switched = [];
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: exampleSettings }],
    });
    TestBed.inject(OtherTabs).switched$.subscribe((id) => switched.push(id));
  });

  /** Does as the browser when another tab has changed localStorage. */
  function change(clientId: string, newValue: string | null): void {
    const key = `msal.${clientId}.active-account-filters`;
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
  }

  it('F44: tells whom another tab acts for from now on', () => {
    change(exampleSettings.clientId, JSON.stringify({ homeAccountId: 'oscar.fabrikam' }));

    expect(switched).toEqual(['oscar.fabrikam']);
  });

  it('passes over what another app of this origin does, and over a sign-out', () => {
    change('99998888-aaaa-2222-bbbb-3333cccc4444', JSON.stringify({ homeAccountId: 'x' }));
    change(exampleSettings.clientId, null);

    expect(switched).toEqual([]);
  });
});
