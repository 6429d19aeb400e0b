import { PublicClientApplication } from '@azure/msal-node';
import { msalAuthority } from 'entra-local-cloud/msal';

/** A command-line program: prints where to sign in, waits for the answer at localhost, and greets by the name that Graph has. */

const cloud = process.env.CLOUD_URL ?? 'http://localhost:4001';

const msal = new PublicClientApplication({
  auth: {
    clientId: '22223333-cccc-4444-dddd-5555eeee6666',
    ...msalAuthority(cloud, 'organizations'),
  },
});
const { accessToken } = await msal.acquireTokenInteractive({
  scopes: ['User.Read'],
  openBrowser: (url) => {
    console.log(`Sign in at ${url}`);
    return Promise.resolve();
  },
});
const headers = { authorization: `Bearer ${accessToken}` };
const me = await (await fetch(`${cloud}/v1.0/me`, { headers })).json();
console.log(`Hello ${me.displayName}`);
