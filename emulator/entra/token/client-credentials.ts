import type { Platform } from '../../directory/registration.ts';
import { Parameters } from '../request/parameters.ts';
import { clientIsPublic, secretRequired, wrongSecret } from '../errors/request-errors.ts';
import type { TokenRequest } from './token-request.ts';

/**
 * How an app proves who it is: its secret in the form or, as a Basic header, beside it (OpenID Connect
 * Core, section 9, `client_secret_post` and `client_secret_basic`).
 */
export interface ClientCredentials {
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
}

export function readCredentials(
  form: Parameters,
  authorization: string | undefined,
): ClientCredentials {
  const basic = readBasic(authorization);
  return {
    clientId: form.get('client_id') ?? basic.get('id'),
    secret: form.get('client_secret') ?? basic.get('secret'),
  };
}

/** Web apps have a secret, the others cannot keep one: the redirect URI's platform decides. */
export function checkSecret({ client, secret }: TokenRequest, platform: Platform): void {
  if (platform !== 'web') {
    if (secret !== undefined) {
      throw clientIsPublic();
    }
    return;
  }
  if (secret === undefined) {
    throw secretRequired();
  }
  if (secret !== client.secret) {
    throw wrongSecret(client.clientId);
  }
}

/** Both halves are form-encoded before they are put together (RFC 6749, section 2.3.1). */
function readBasic(authorization = ''): Parameters {
  const encoded = /^Basic ([\w+/]+=*)$/i.exec(authorization)?.[1] ?? '';
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return new Parameters(new URLSearchParams(`id=${id}&secret=${secret}`));
}
