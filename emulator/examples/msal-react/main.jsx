import { createStandardPublicClientApplication } from '@azure/msal-browser';
import {
  AuthenticatedTemplate,
  MsalProvider,
  UnauthenticatedTemplate,
  useMsal,
} from '@azure/msal-react';
import { msalAuthority } from 'entra-local-cloud/msal';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Signs in at the local cloud by redirect and shows the name that Graph has. Differs from a real app in `auth` and `cloud` alone. */

const cloud = process.env.CLOUD_URL ?? 'http://localhost:4001';
const request = { scopes: ['User.Read'] };

const msal = await createStandardPublicClientApplication({
  auth: {
    clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
    ...msalAuthority(cloud, 'common'),
    redirectUri: `${window.location.origin}/`,
  },
});

function SignIn() {
  const { instance } = useMsal();
  return <button onClick={() => instance.loginRedirect(request)}>Sign in</button>;
}

function Me() {
  const { instance, accounts } = useMsal();
  const [name, setName] = useState('…');
  useEffect(() => {
    const read = async () => {
      const { accessToken } = await instance.acquireTokenSilent({
        ...request,
        account: accounts[0],
      });
      const headers = { authorization: `Bearer ${accessToken}` };
      const me = await (await fetch(`${cloud}/v1.0/me`, { headers })).json();
      setName(me.displayName);
    };
    read().catch((error) => setName(String(error)));
  }, [instance, accounts]);
  return <p>Hello {name}</p>;
}

createRoot(document.getElementById('root')).render(
  <MsalProvider instance={msal}>
    <AuthenticatedTemplate>
      <Me />
    </AuthenticatedTemplate>
    <UnauthenticatedTemplate>
      <SignIn />
    </UnauthenticatedTemplate>
  </MsalProvider>,
);
