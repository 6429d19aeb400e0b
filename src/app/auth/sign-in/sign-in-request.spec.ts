import { exampleSettings } from '../../settings/example-settings';
import { signInRequest } from './sign-in-request';
import { adele } from '../testing/fake-msal';

describe('signInRequest', () => {
  it('requests the scopes of the settings, with the return URL in the state', () => {
    expect(signInRequest(exampleSettings, '/profile?x=1#y')).toEqual({
      scopes: ['User.Read'],
      state: '/profile?x=1#y',
    });
  });

  it('adds the options', () => {
    const options = { account: adele, claims: '{}', prompt: 'select_account' };

    expect(signInRequest(exampleSettings, '/', options)).toEqual(jasmine.objectContaining(options));
  });

  it('copies the list of scopes, because MSAL adds to it', () => {
    expect(signInRequest(exampleSettings, '/').scopes).not.toBe(exampleSettings.scopes as string[]);
  });
});
