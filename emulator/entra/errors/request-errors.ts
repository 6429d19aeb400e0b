import { EntraError } from './entra-error.ts';

/** Refusals of a well-addressed request that asks for the wrong thing. */

export const unsupportedResponseType = (responseType: string, client: string) =>
  ['token', 'id_token'].some((implicit) => responseType.split(' ').includes(implicit))
    ? new EntraError(
        700054,
        'unsupported_response_type',
        `response_type '${responseType}' is not enabled for the application '${client}'.`,
      )
    : new EntraError(
        70005,
        'unsupported_response_type',
        `The app requested an unsupported response type '${responseType}'.`,
      );

export const unsupportedResponseMode = (mode: string) =>
  new EntraError(
    70007,
    'unsupported_response_mode',
    `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
  );

export const unsupportedPrompt = () =>
  new EntraError(90023, 'invalid_request', "Unsupported 'prompt' value.");

export const invalidScope = (scope: string) =>
  new EntraError(
    70011,
    'invalid_scope',
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  );

export const unknownResource = (resource: string, directory: string) =>
  new EntraError(
    500011,
    'invalid_resource',
    `The resource principal named ${resource} was not found in the tenant named ${directory}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );

export const unlistedResource = (client: [string, string], resource: string) =>
  new EntraError(
    650057,
    'invalid_resource',
    `Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: ${client[0]}(${client[1]}). Resource value from request: ${resource}.`,
  );

export const unknownPermission = (app: string, scope: string, resourceAppId: string) =>
  new EntraError(
    650053,
    'invalid_client',
    `The application '${app}' asked for scope '${scope}' that doesn't exist on the resource '${resourceAppId}'. Contact the app vendor.`,
  );

export const severalResources = () =>
  new EntraError(
    28000,
    'invalid_request',
    "Provided value for the input parameter scope isn't valid because it contains more than one resource.",
  );

export const proofKeyRequired = () =>
  new EntraError(
    9002325,
    'invalid_request',
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  );

export const invalidChallengeSize = () =>
  new EntraError(501491, 'invalid_request', 'Invalid size of Code_Challenge parameter.');

export const unsupportedChallengeMethod = () =>
  new EntraError(50149, 'invalid_request', 'Invalid Code_Challenge parameter.');

export const unsupportedGrantType = (grantType: string) =>
  new EntraError(
    70003,
    'unsupported_grant_type',
    `The app requested an unsupported grant type '${grantType}'.`,
  );

export const notPosted = (method: string) =>
  new EntraError(
    900561,
    'invalid_request',
    `The endpoint only accepts POST requests. Received a ${method} request.`,
  );

export const invalidCode = () =>
  new EntraError(
    70000,
    'invalid_grant',
    "The provided value for the 'code' parameter is not valid.",
  );

export const codeRedeemed = () =>
  new EntraError(
    54005,
    'invalid_grant',
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  );

export const codeExpired = () =>
  new EntraError(
    70008,
    'invalid_grant',
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  );

export const replyAddressMismatch = (given: string, expected: string) =>
  new EntraError(
    500112,
    'invalid_grant',
    `The reply address '${given}' does not match the reply address '${expected}' provided when requesting Authorization code.`,
  );

export const verifierMismatch = () =>
  new EntraError(
    501481,
    'invalid_grant',
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  );

export const crossOriginOnlyForSpa = (origin: string) =>
  new EntraError(
    9002326,
    'invalid_request',
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  );

export const spaOnlyCrossOrigin = () =>
  new EntraError(
    9002327,
    'invalid_request',
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  );

export const secretRequired = () =>
  new EntraError(
    7000218,
    'invalid_client',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );

export const wrongSecret = (clientId: string) =>
  new EntraError(
    7000215,
    'invalid_client',
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  );

export const clientIsPublic = () =>
  new EntraError(
    700025,
    'invalid_client',
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  );

export const spaTokenExpired = (issuedAt: string) =>
  new EntraError(
    700084,
    'invalid_grant',
    `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${issuedAt}.`,
    { suberror: 'bad_token' },
  );

export const grantRevoked = (issuedAt: string, validFrom: string) =>
  new EntraError(
    50173,
    'invalid_grant',
    `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${issuedAt}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${validFrom}'.`,
    { suberror: 'bad_token' },
  );
