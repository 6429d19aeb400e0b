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

  /** Dispatches the event of a change to localStorage in another tab. */
  function change(clientId: string, newValue: string | null): void {
    const key = `msal.${clientId}.active-account-filters`;
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
  }

  it('F44: emits the account that another tab has activated', () => {
    change(exampleSettings.clientId, JSON.stringify({ homeAccountId: 'oscar.fabrikam' }));

    expect(switched).toEqual(['oscar.fabrikam']);
  });

  it('ignores other apps of this origin, and a sign-out', () => {
    change('99998888-aaaa-2222-bbbb-3333cccc4444', JSON.stringify({ homeAccountId: 'x' }));
    change(exampleSettings.clientId, null);

    expect(switched).toEqual([]);
  });

  it('ignores an entry that names no account', () => {
    for (const forged of ['{', 'null', '1', '[]', '{}', '{"homeAccountId":{}}'])
      change(exampleSettings.clientId, forged);

    expect(switched).toEqual([]);
  });

  it('S21: returns the sign-outs that a tab with its own tokens has missed', async () => {
    const tabs = TestBed.inject(TabSync);
    await tabs.broadcastSignOut(['adele.contoso', 'oscar.fabrikam']);

    expect(await tabs.missedSignOuts(['betty', 'oscar.fabrikam'])).toEqual(['oscar.fabrikam']);
  });

  it('stores nothing where all tabs share their tokens', async () => {
    TestBed.resetTestingModule();
    set('localStorage');
    const tabs = TestBed.inject(TabSync);
    await tabs.broadcastSignOut(['adele.contoso']);

    expect(document.cookie).toBe('');
    expect(await tabs.missedSignOuts(['adele.contoso'])).toEqual([]);
  });
});
