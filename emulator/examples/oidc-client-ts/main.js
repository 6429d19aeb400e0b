import { UserManager } from 'oidc-client-ts';

/** Signs in at the local cloud by redirect, with no library of Microsoft's, and shows the name of the ID token. */

const cloud = process.env.CLOUD_URL ?? 'http://localhost:4001';
const home = `${document.location.origin}/`;

const users = new UserManager({
  // A tenant's own address: the issuer at `common` is a template, which only Microsoft's libraries know.
  authority: `${cloud}/aaaabbbb-0000-cccc-1111-dddd2222eeee/v2.0`,
  client_id: '00001111-aaaa-2222-bbbb-3333cccc4444',
  redirect_uri: home,
  scope: 'openid profile offline_access User.Read',
});

const root = document.getElementById('root');
if (document.location.search.includes('code=')) {
  await users.signinCallback();
  document.location.replace(home);
} else {
  const user = await users.getUser();
  const element = document.createElement(user ? 'p' : 'button');
  element.textContent = user ? `Hello ${user.profile.name}` : 'Sign in';
  element.addEventListener('click', () => user ?? users.signinRedirect());
  root.append(element);
}
