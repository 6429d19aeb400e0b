import type { Registration } from '../../directory/registration.ts';
import type { Audience } from '../../tokens/audience.ts';
import type { HttpContext } from '../../http/context.ts';
import type { Parameters } from '../request/parameters.ts';
import { crossOriginOnlyForSpa, spaOnlyCrossOrigin } from '../errors/request-errors.ts';

/** A token request whose client is known. */
export interface TokenRequest {
  readonly audience: Audience;
  readonly client: Registration;
  readonly form: Parameters;
  /** Of the endpoint: it decides the form of the answer and of the ID token. */
  readonly version: 1 | 2;
  /** The client's own, as it claims. */
  readonly secret: string | undefined;
  /** The Origin header: browsers send it on every cross-origin post. */
  readonly origin: string | undefined;
  readonly fault: HttpContext['var']['fault'];
}

export interface TokenAnswer {
  readonly body: object;
  /** For the protocol log. */
  readonly decision: string;
}

/** Grants of single-page applications are redeemed by browsers only, all others never by one. */
export function checkOrigin(request: TokenRequest, isSpa: boolean): void {
  if (isSpa && request.origin === undefined) {
    throw spaOnlyCrossOrigin();
  }
  if (!isSpa && request.origin !== undefined) {
    throw crossOriginOnlyForSpa(request.origin);
  }
}
