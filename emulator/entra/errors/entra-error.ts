/**
 * A refusal as Entra words it: one AADSTS number, one OAuth error. Checks throw it; the endpoint's
 * boundary decides whether it becomes JSON, a page or a redirect.
 * Texts and numbers: Microsoft, "Microsoft Entra authentication and authorization error codes".
 */
export class EntraError extends Error {
  readonly code: number;
  readonly error: string;
  readonly suberror: string | undefined;
  readonly claims: string | undefined;

  constructor(code: number, error: string, text: string, extra: ErrorExtra = {}) {
    super(text);
    this.code = code;
    this.error = error;
    this.suberror = extra.suberror;
    this.claims = extra.claims;
  }
}

interface ErrorExtra {
  readonly suberror?: string;
  readonly claims?: string;
}

export const missingParameter = (name: string) =>
  new EntraError(
    900144,
    'invalid_request',
    `The request body must contain the following parameter: '${name}'.`,
  );

export const duplicatedParameter = (name: string) =>
  new EntraError(
    9000411,
    'invalid_request',
    `The request is not properly formatted. The parameter '${name}' is duplicated.`,
  );

export const malformedRequest = (error = 'invalid_request') =>
  new EntraError(9002313, error, 'Invalid request. Request is malformed or invalid.');

export const unknownTenant = (tenant: string) =>
  /^[0-9a-f-]{36}$|\./i.test(tenant)
    ? new EntraError(
        90002,
        'invalid_tenant',
        `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
      )
    : new EntraError(
        900023,
        'invalid_tenant',
        `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
      );

export const unknownClient = (clientId: string, directory: string) =>
  new EntraError(
    700016,
    'unauthorized_client',
    `Application with identifier '${clientId}' was not found in the directory '${directory}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );

export const notMultiTenant = (clientId: string, name: string) =>
  new EntraError(
    50194,
    'invalid_request',
    `Application '${clientId}'(${name}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  );

// The consumers' side of the real cloud answers without an AADSTS number of its own.
export const notForConsumers = () =>
  new EntraError(
    700016,
    'unauthorized_client',
    'The client does not exist or is not enabled for consumers. If you are the application developer, configure a new application through the App Registrations in the Azure Portal.',
  );

export const consumersOnly = (clientId: string, name: string) =>
  new EntraError(
    9002331,
    'invalid_request',
    `Application '${clientId}'(${name}) is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.`,
  );

export const missingRedirectUri = () =>
  new EntraError(900971, 'invalid_request', 'No reply address provided.');

export const redirectUriMismatch = (redirectUri: string, clientId: string) =>
  new EntraError(
    50011,
    'invalid_request',
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this.`,
  );

export const userNotFound = (username: string, directory: string) =>
  new EntraError(
    50034,
    'invalid_grant',
    `The user account ${username} does not exist in the ${directory} directory. To sign into this application, the account must be added to the directory.`,
  );

export const userNotInTenant = (username: string, tenant: string, app: [string, string]) =>
  new EntraError(
    50020,
    'invalid_grant',
    `User account '${username}' does not exist in tenant '${tenant}' and cannot access the application '${app[0]}'(${app[1]}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different account.`,
  );

export const interactionMismatch = () =>
  new EntraError(
    165000,
    'invalid_request',
    'Invalid Request: The request tokens do not match the user context. Do not copy the user context values (cookies, form fields, headers) between different requests or user sessions; always maintain all of the supplied values across a complete single user flow.',
  );

export const nobodySignedIn = () =>
  new EntraError(
    50058,
    'login_required',
    'A silent sign-in request was sent but no user is signed in.',
  );

export const severalAccounts = () =>
  new EntraError(
    16000,
    'interaction_required',
    'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  );

export const consentDeclined = () =>
  new EntraError(65004, 'access_denied', 'User declined to consent to access the app.');

export const consentMissing = (error: string, app: [string, string]) =>
  new EntraError(
    65001,
    error,
    `The user or administrator has not consented to use the application with ID '${app[0]}' named '${app[1]}'. Send an interactive authorization request for this user and resource.`,
    { suberror: 'consent_required' },
  );

export const notAssigned = (username: string, app: string) =>
  new EntraError(
    50105,
    'interaction_required',
    `Your administrator has configured the application ${app} to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${username}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
  );

export const adminRequired = () =>
  new EntraError(
    90094,
    'consent_required',
    'An administrator of your organization has to grant the permissions this application asks for.',
  );
