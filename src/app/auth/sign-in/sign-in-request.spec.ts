import { exampleSettings } from '../../settings/example-settings';
import { signInRequest } from './sign-in-request';
import { adele } from '../testing/fake-msal';

describe('signInRequest', () => {
  it('asks for the permissions of the settings, with the way back in the state', () => {
    expect(signInRequest(exampleSettings, '/profile?x=1#y')).toEqual({
      scopes: ['User.Read'],
      state: '/profile?x=1#y',
    });
  });

  it('adds the options', () => {
    const options = { account: adele, claims: '{}', prompt: 'select_account' };

    expect(signInRequest(exampleSettings, '/', options)).toEqual(jasmine.objectContaining(options));
  });

  it('leaves the settings their own list, which MSAL adds to', () => {
    expect(signInRequest(exampleSettings, '/').scopes).not.toBe(exampleSettings.scopes as string[]);
  });
});
