import { type Configuration, loadExternalTokens } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import {
  ACCOUNT_KEYS,
  activeAccountKey,
  INTERACTION_STATUS_KEY,
  TOKEN_KEYS,
} from '../accounts/msal-storage-keys';
import { MsalClient } from './msal-client';
import { msalConfiguration } from './msal-configuration';
import { OnlineNavigationClient } from './online-navigation-client';

const OWN = exampleSettings.clientId;
const FOREIGN = '99998888-aaaa-2222-bbbb-3333cccc4444';
const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');

/** The real MSAL, because this is about its storage; two of them are two apps of one origin. */
for (const cacheLocation of ['sessionStorage', 'localStorage'] as const)
  describe(`MSAL’s storage, with tokens in ${cacheLocation}`, () => {
    const configurationOf = (clientId: string): Configuration => {
      const configuration = msalConfiguration({ ...exampleSettings, clientId, cacheLocation });
      // Karma runs specs in one.
      return { ...configuration, system: { ...configuration.system, allowRedirectInIframe: true } };
    };

    /** Stores what MSAL stores at a sign-in. */
    async function signIn(clientId: string, name: string): Promise<void> {
      const claims = {
        aud: clientId,
        iss: 'https://login.microsoftonline.com/contoso/v2.0',
        tid: 'contoso',
        oid: name,
        sub: name,
        name,
        preferred_username: `${name}@contoso.example`,
        exp: 4_102_444_800,
        iat: 1,
      };
      await loadExternalTokens(
        configurationOf(clientId),
        { scopes: ['User.Read'], authority: exampleSettings.authority },
        {
          id_token: `${encode({ alg: 'none' })}.${encode(claims)}.x`,
          access_token: 'token',
          expires_in: 3_600,
          scope: 'User.Read',
          token_type: 'Bearer',
          client_info: encode({ uid: name, utid: 'contoso' }),
        },
        {},
      );
    }

    async function clientOf(clientId: string): Promise<MsalClient> {
      const msal = new MsalClient(configurationOf(clientId));
      await msal.initialize();
      return msal;
    }

    const namesIn = async (clientId: string) =>
      (await clientOf(clientId)).getAllAccounts().map(({ name }) => name);
    const keys = () => Object.keys(window[cacheLocation]);

    function clear(): void {
      for (const storage of [sessionStorage, localStorage])
        for (const key of Object.keys(storage))
          if (key.startsWith('msal.')) storage.removeItem(key);
      // With localStorage MSAL keeps the key of its encryption in a cookie, which other specs would find.
      document.cookie = 'msal.cache.encryption=; Path=/; Max-Age=0; Secure; SameSite=None';
    }

    beforeEach(clear);
    afterEach(clear);

    it('uses the expected keys', async () => {
      await signIn(OWN, 'adele');
      const msal = await clientOf(OWN);
      msal.setActiveAccount(msal.getAllAccounts()[0] ?? null);

      expect(keys().filter((key) => ACCOUNT_KEYS.test(key)).length).toBe(1);
      expect(keys().flatMap((key) => TOKEN_KEYS.exec(key)?.[1] ?? [])).toEqual([OWN]);
      expect(keys()).toContain(activeAccountKey(OWN));
    });

    it('marks an interaction in progress under the expected key', async () => {
      spyOn(OnlineNavigationClient.prototype, 'navigateExternal').and.resolveTo(true);
      const msal = await clientOf(OWN);
      await msal.loginRedirect({ scopes: ['User.Read'] });

      expect(sessionStorage.getItem(INTERACTION_STATUS_KEY)).toContain(OWN);
    });

    it('lets an app sign in after another left an interaction in progress', async () => {
      spyOn(OnlineNavigationClient.prototype, 'navigateExternal').and.resolveTo(true);
      await (await clientOf(FOREIGN)).loginRedirect({ scopes: ['User.Read'] });
      const msal = new MsalClient(configurationOf(OWN));
      msal.startRedirectHandling();
      await msal.handleRedirectPromise();

      await expectAsync(msal.loginRedirect({ scopes: ['User.Read'] })).toBeResolved();
    });

    it('shows an app nobody who signed in to another', async () => {
      await signIn(FOREIGN, 'adele');

      expect(await namesIn(OWN)).toEqual([]);
      expect(await namesIn(FOREIGN)).toEqual(['adele']);
    });

    it('keeps a person signed in to another app who signs out of this one', async () => {
      await signIn(FOREIGN, 'adele');
      await signIn(OWN, 'adele');
      await signIn(OWN, 'oscar');
      const msal = await clientOf(OWN);
      for (const account of msal.getAllAccounts()) await msal.clearCache({ account });

      expect(await namesIn(OWN)).toEqual([]);
      expect(await namesIn(FOREIGN)).toEqual(['adele']);
    });

    it('keeps them while this app continues in the same page', async () => {
      await signIn(FOREIGN, 'adele');
      await signIn(OWN, 'adele');
      const msal = await clientOf(OWN);
      for (const account of msal.getAllAccounts()) await msal.clearCache({ account });
      msal.getAllAccounts();

      expect(await namesIn(FOREIGN)).toEqual(['adele']);
    });

    it('keeps another app’s people through a sign-out of all accounts', async () => {
      await signIn(FOREIGN, 'adele');
      await signIn(OWN, 'oscar');
      let stored: (string | undefined)[] = [];
      const msal = await clientOf(OWN);
      const navigate = spyOn(OnlineNavigationClient.prototype, 'navigateExternal');
      navigate.and.callFake(async function (this: OnlineNavigationClient) {
        this.beforeNavigation();
        stored = await namesIn(FOREIGN);
        return true;
      });
      await msal.logoutRedirect({ account: null });

      expect(stored).toEqual(['adele']);
      expect(await namesIn(OWN)).toEqual([]);
    });
  });
