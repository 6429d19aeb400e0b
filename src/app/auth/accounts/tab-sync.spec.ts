import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../../settings/example-settings';
import { type Settings, SETTINGS } from '../../settings/settings';
import { TabSync } from './tab-sync';

describe('TabSync', () => {
  let switched: string[];

  beforeEach(() => {
    switched = [];
    set('sessionStorage');
    TestBed.inject(TabSync).activeAccountChanged$.subscribe((id) => switched.push(id));
  });

  afterEach(() => {
    for (const cookie of document.cookie.split('; '))
      document.cookie = `${cookie.split('=')[0] ?? ''}=; Path=/; Max-Age=0`;
  });

  function set(cacheLocation: Settings['cacheLocation']): void {
    TestBed.configureTestingModule({
      providers: [{ provide: SETTINGS, useValue: { ...exampleSettings, cacheLocation } }],
    });
  }

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

  it('S21: tells which sign-outs a tab with tokens of its own has missed', async () => {
    const tabs = TestBed.inject(TabSync);
    await tabs.broadcastSignOut(['adele.contoso', 'oscar.fabrikam']);

    expect(await tabs.missedSignOuts(['betty', 'oscar.fabrikam'])).toEqual(['oscar.fabrikam']);
  });

  it('remembers nothing where all tabs have the same tokens', async () => {
    TestBed.resetTestingModule();
    set('localStorage');
    const tabs = TestBed.inject(TabSync);
    await tabs.broadcastSignOut(['adele.contoso']);

    expect(document.cookie).toBe('');
    expect(await tabs.missedSignOuts(['adele.contoso'])).toEqual([]);
  });
});
