import type { Cloud } from '../cloud.ts';
import { pairwiseSubject } from '../tokens/claims.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';

/** GET /oidc/userinfo (OpenID Connect Core, section 5.3): lives on Graph's host, takes its tokens. */
export function userInfo(cloud: Cloud, caller: Caller): object {
  requireScope(caller, ['openid']);
  const { person, claims, scopes } = caller;
  return {
    // The subject is the one of the app's ID token, not that of the Graph token.
    sub: pairwiseSubject(String(claims['appid']), person),
    ...(scopes.has('profile') && {
      name: person.displayName,
      ...(person.surname !== null && { family_name: person.surname }),
      ...(person.givenName !== null && { given_name: person.givenName }),
      picture: `${cloud.origin}/v1.0/me/photo/$value`,
    }),
    ...(scopes.has('email') && person.mail !== null && { email: person.mail }),
  };
}
