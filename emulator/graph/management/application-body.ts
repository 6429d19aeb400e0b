import * as v from 'valibot';
import { AUDIENCES } from '../../directory/applications/application.ts';
import { badRequest, invalidValue } from './management-errors.ts';

/** What may be written of an application; every property may be left out. */

const words = v.nullable(v.string());
const guid = v.pipe(v.string(), v.uuid());
const uris = v.array(v.string());
const claims = v.array(v.object({ name: v.string() }));

const permissionScope = v.strictObject({
  id: guid,
  value: v.optional(words, null),
  type: v.optional(v.picklist(['User', 'Admin']), 'User'),
  isEnabled: v.optional(v.boolean(), true),
  adminConsentDisplayName: v.optional(words, null),
  adminConsentDescription: v.optional(words, null),
  userConsentDisplayName: v.optional(words, null),
  userConsentDescription: v.optional(words, null),
});

const appRole = v.strictObject({
  id: guid,
  value: v.optional(words, null),
  displayName: v.string(),
  description: v.string(),
  isEnabled: v.optional(v.boolean(), true),
  allowedMemberTypes: v.pipe(v.array(v.picklist(['User', 'Application'])), v.minLength(1)),
});

const body = v.strictObject({
  displayName: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  signInAudience: v.exactOptional(v.picklist(AUDIENCES)),
  identifierUris: v.exactOptional(v.array(v.pipe(v.string(), v.url()))),
  tags: v.exactOptional(uris),
  groupMembershipClaims: v.exactOptional(words),
  spa: v.exactOptional(v.strictObject({ redirectUris: v.exactOptional(uris) })),
  publicClient: v.exactOptional(v.strictObject({ redirectUris: v.exactOptional(uris) })),
  web: v.exactOptional(
    v.strictObject({
      redirectUris: v.exactOptional(uris),
      logoutUrl: v.exactOptional(words),
      implicitGrantSettings: v.exactOptional(
        v.strictObject({
          enableIdTokenIssuance: v.boolean(),
          enableAccessTokenIssuance: v.boolean(),
        }),
      ),
    }),
  ),
  api: v.exactOptional(
    v.strictObject({
      requestedAccessTokenVersion: v.exactOptional(v.nullable(v.picklist([1, 2]))),
      oauth2PermissionScopes: v.exactOptional(v.array(permissionScope)),
    }),
  ),
  appRoles: v.exactOptional(v.array(appRole)),
  optionalClaims: v.exactOptional(
    v.nullable(v.object({ idToken: v.optional(claims, []), accessToken: v.optional(claims, []) })),
  ),
  requiredResourceAccess: v.exactOptional(
    v.array(
      v.strictObject({
        resourceAppId: guid,
        resourceAccess: v.array(v.strictObject({ id: guid, type: v.picklist(['Scope', 'Role']) })),
      }),
    ),
  ),
});

export type ApplicationBody = v.InferOutput<typeof body>;

/** @throws GraphError 400 that names the property */
export function readApplicationBody(json: unknown): ApplicationBody {
  const result = v.safeParse(body, json);
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw issue.expected === 'never' ? badRequest(`Invalid property '${path}'.`) : invalidValue(path);
}
