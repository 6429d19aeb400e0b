import {
  AzureCliCredential,
  DeviceCodeCredential,
  InteractiveBrowserCredential,
} from '@azure/identity';
import type { TokenCredential } from '@azure/identity';
import { deviceCodeToken } from './local-sign-in.ts';
import { REGISTER_CLOUDS } from './clouds.ts';
import type { CloudName } from './clouds.ts';

/** The ways to sign in that `--sign-in` names. */
export const SIGN_INS = ['cli', 'device-code', 'browser'] as const;
export type SignIn = (typeof SIGN_INS)[number];

/**
 * Signs the administrator in, once, when the first token is needed.
 *
 * @param show what is told to the person, such as the code to type
 * @see https://learn.microsoft.com/javascript/api/@azure/identity
 */
export function tokenSource(
  { cloud, signIn, tenant }: { cloud: CloudName; signIn: SignIn; tenant?: string | undefined },
  show: (text: string) => void,
): () => Promise<string> {
  const { login, graph } = REGISTER_CLOUDS[cloud];
  if (cloud === 'local') {
    let token: Promise<string> | undefined;
    return () => (token ??= deviceCodeToken(login, show));
  }
  const options = { authorityHost: login, ...(tenant !== undefined && { tenantId: tenant }) };
  const credential: TokenCredential = {
    cli: () => new AzureCliCredential(tenant === undefined ? {} : { tenantId: tenant }),
    'device-code': () =>
      new DeviceCodeCredential({
        ...options,
        userPromptCallback: ({ message }) => {
          show(message);
        },
      }),
    browser: () => new InteractiveBrowserCredential(options),
  }[signIn]();
  return async () => {
    const token = await credential.getToken(`${graph}/.default`);
    if (!token) throw new Error('Nobody signed in.');
    return token.token;
  };
}
