import type { Platform, Registration } from '../directory/registration.ts';
import type { Scope } from '../directory/scope.ts';
import type { Audience } from './audience.ts';
import type { RequestedClaims } from './requested-claims.ts';

/** Where the response goes. Only once this is known may an error travel by redirect. */
export interface RedirectTarget {
  readonly audience: Audience;
  readonly client: Registration;
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
  /** Of the device that waits for the answer, which then goes there instead. */
  readonly deviceCode?: string;
}

/** An authorize request that may be answered (OpenID Connect Core, section 3.1.2.1). */
export interface AuthorizeRequest extends RedirectTarget {
  /** What the answer says: a code, or that an administrator consented. */
  readonly purpose: 'code' | 'admin-consent';
  readonly scopes: readonly Scope[];
  readonly prompt: Prompt | undefined;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly loginHint: string | undefined;
  readonly domainHint: string | undefined;
  readonly sid: string | undefined;
  readonly maxAge: number | undefined;
  readonly withClientInfo: boolean;
  readonly claims: RequestedClaims;
}

export const RESPONSE_MODES = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

export const PROMPTS = ['none', 'login', 'select_account', 'consent', 'create'] as const;
export type Prompt = (typeof PROMPTS)[number];
